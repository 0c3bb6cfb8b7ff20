package dev.parley.gateway.file;

/// Somebody is writing to the file at this moment.
public final class FileBusyException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// Names no file: whoever asked knows which.
  public FileBusyException() {
    super("another request is writing to this upload", null, false, false);
  }
}
