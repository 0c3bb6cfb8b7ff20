package dev.parley.gateway.file.rest;

import dev.parley.contracts.ErrorCode;

/// A request over HTTP ends here, with a status. A value, so it carries no stack trace.
final class HttpProblem extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final ErrorCode code;

  HttpProblem(int status, ErrorCode code, String message) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
  }

  static HttpProblem badRequest(String message) {
    return new HttpProblem(Status.BAD_REQUEST, ErrorCode.BAD_COMMAND, message);
  }

  int status() {
    return status;
  }

  ErrorCode code() {
    return code;
  }
}
