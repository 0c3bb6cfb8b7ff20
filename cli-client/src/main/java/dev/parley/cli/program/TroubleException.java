package dev.parley.cli.program;

/// Something that a person can mend: cause, cure, exit code.
final class TroubleException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String cure;
  private final int code;

  /// @param cause one sentence, neutral
  /// @param cure what to do about it
  /// @param code exit code of the program
  TroubleException(String cause, String cure, int code) {
    super(cause);
    this.cure = cure;
    this.code = code;
  }

  String cure() {
    return cure;
  }

  int code() {
    return code;
  }
}
