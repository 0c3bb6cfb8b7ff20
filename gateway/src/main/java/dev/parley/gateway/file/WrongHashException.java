package dev.parley.gateway.file;

/// The bytes do not have the hash that was promised.
public final class WrongHashException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// Says whose hash it is.
  ///
  /// @param what the chunk or the file
  public WrongHashException(String what) {
    super(
        "the bytes of the " + what + " do not have the hash that was promised", null, false, false);
  }
}
