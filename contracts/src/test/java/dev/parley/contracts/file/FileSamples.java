package dev.parley.contracts.file;

import java.util.List;

/// One record of each kind on `parley.files`.
public final class FileSamples {
  private FileSamples() {}

  /// {@return a record of each kind}
  public static List<FileRecord> all() {
    return List.of(new FileWithdrawn("00112233445566778899aabbccddeeff", "#team"));
  }
}
