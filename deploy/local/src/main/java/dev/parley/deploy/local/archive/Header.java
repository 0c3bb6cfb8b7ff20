package dev.parley.deploy.local.archive;

/// The first entry of an archive.
///
/// @param format number of the format, 1 or more
/// @param parley version of the Parley that wrote it
/// @param createdAt ISO 8601, UTC: the moment whose state the archive holds
public record Header(int format, String parley, String createdAt) {

  /// The format that this Parley writes, and the newest that it reads.
  public static final int FORMAT = 1;

  static final String ENTRY = "parley-backup.json";
}
