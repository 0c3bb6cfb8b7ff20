package dev.parley.gateway.file.rest;

import dev.parley.contracts.ErrorCode;

/// The status codes that are used here, and which belongs to each code of the protocol.
final class Status {
  static final int OK = 200;
  static final int CREATED = 201;
  static final int NO_CONTENT = 204;
  static final int PARTIAL = 206;
  static final int BAD_REQUEST = 400;
  static final int NOT_FOUND = 404;
  static final int CONFLICT = 409;
  static final int PRECONDITION_FAILED = 412;
  static final int TOO_LARGE = 413;
  static final int UNSUPPORTED_TYPE = 415;
  static final int RANGE_NOT_SATISFIABLE = 416;
  static final int LOCKED = 423;

  /// tus 1.0.0, extension checksum.
  static final int CHECKSUM_MISMATCH = 460;

  static final int INTERNAL = 500;
  static final int UNAVAILABLE = 503;
  static final int NO_SPACE = 507;

  private Status() {}

  static int of(ErrorCode code) {
    return switch (code) {
      case BAD_CREDENTIALS, NOT_LOGGED_IN -> 401;
      case NOT_ALLOWED, DISABLED, BLOCKED, NOT_MEMBER -> 403;
      case NO_SUCH_FILE, NO_SUCH_USER, NO_SUCH_GROUP -> NOT_FOUND;
      case TOO_LONG, NO_ROOM -> TOO_LARGE;
      case RATE_LIMITED -> 429;
      case INTERNAL -> INTERNAL;
      case UNAVAILABLE -> UNAVAILABLE;
      default -> BAD_REQUEST;
    };
  }
}
