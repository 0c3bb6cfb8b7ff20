package dev.parley.contracts.conversation;

import java.util.regex.Pattern;

/// A file that belongs to a message. Its bytes lie in the file store of the gateways.
///
/// The gateway fills it from what it has stored, never from what a client says. What is sent
/// encrypted has a name and a type that say nothing: those travel with the key inside the text.
///
/// @param file id: 32 lower-case hexadecimal digits, random
/// @param name for people only: 1 to 255 characters, free of control characters; never a path
/// @param size bytes, not negative
/// @param type media type as the server found it, such as `image/png`; 1 to 100 characters, none of
///   them a blank
/// @param sha256 SHA-256 of all bytes, 64 lower-case hexadecimal digits
public record Attachment(String file, String name, long size, String type, String sha256) {
  /// Longest name, in UTF-16 units.
  public static final int MAX_NAME_LENGTH = 255;

  private static final Pattern FILE = Pattern.compile("[0-9a-f]{32}");
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern TYPE = Pattern.compile("[!-~]{1,100}");

  /// Checks the limits stated on the record.
  ///
  /// @throws IllegalArgumentException if one is broken
  public Attachment {
    if (!isFileId(file) || !SHA256.matcher(sha256).matches() || !TYPE.matcher(type).matches()) {
      throw new IllegalArgumentException("id, type or hash of a file is not well formed");
    }
    if (name.isBlank() || name.length() > MAX_NAME_LENGTH || size < 0) {
      throw new IllegalArgumentException(
          "a file must have a name of 1 to 255 characters and a size, got %d and %d"
              .formatted(name.length(), size));
    }
  }

  /// {@return whether the text is the id of a file}
  ///
  /// @param text any text
  public static boolean isFileId(String text) {
    return FILE.matcher(text).matches();
  }

  /// {@return all but the name, which belongs in no log}
  @Override
  public String toString() {
    return "Attachment[file=%s, size=%d, type=%s]".formatted(file, size, type);
  }
}
