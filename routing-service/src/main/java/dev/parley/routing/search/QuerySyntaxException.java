package dev.parley.routing.search;

/// A query that says something that cannot be searched for. The message is a sentence for the
/// asker.
final class QuerySyntaxException extends RuntimeException {
  private static final long serialVersionUID = 1;

  QuerySyntaxException(String message) {
    super(message);
  }
}
