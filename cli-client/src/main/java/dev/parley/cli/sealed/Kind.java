package dev.parley.cli.sealed;

/// What a sealed text is.
public enum Kind {
  /// A message as it was sent.
  MESSAGE(1),
  /// What a message is to say from then on.
  EDIT(2);

  private final int code;

  Kind(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }

  static Kind of(int code) {
    return switch (code) {
      case 1 -> MESSAGE;
      case 2 -> EDIT;
      default -> throw new UnopenedException(Problem.ALTERED);
    };
  }
}
