package dev.parley.gateway.file.rest;

/// The client is gone, or takes or sends nothing any more. A value, without a stack trace.
final class LostClientException extends RuntimeException {
  private static final long serialVersionUID = 1;

  LostClientException(String message) {
    super(message, null, false, false);
  }
}
