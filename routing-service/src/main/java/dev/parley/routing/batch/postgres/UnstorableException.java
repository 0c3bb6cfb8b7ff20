package dev.parley.routing.batch.postgres;

/// A value that the database does not take, whenever it is offered.
final class UnstorableException extends RuntimeException {
  private static final long serialVersionUID = 1;

  UnstorableException(String what, Throwable cause) {
    super(what, cause);
  }
}
