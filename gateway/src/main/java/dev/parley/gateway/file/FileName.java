package dev.parley.gateway.file;

import dev.parley.contracts.MessageText;
import dev.parley.contracts.conversation.Attachment;

/// Cleans the names of files. They are shown to people, and never used as a path.
public final class FileName {
  private static final String NAMELESS = "file";

  private FileName() {}

  /// {@return the name without folders, and without characters that could drive a terminal or turn
  /// the direction of writing; at most 255 UTF-16 units, the end kept}
  ///
  /// @param given as the client sent it
  public static String clean(String given) {
    String name = MessageText.clean(given).replace('\n', ' ').replace('\t', ' ');
    int slash = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
    name = name.substring(slash + 1).strip();
    if (name.length() > Attachment.MAX_NAME_LENGTH) {
      // The end tells what kind of file it is; a pair of surrogates is not torn apart.
      int from = name.length() - Attachment.MAX_NAME_LENGTH;
      name = name.substring(Character.isLowSurrogate(name.charAt(from)) ? from + 1 : from).strip();
    }
    return name.isEmpty() || name.chars().allMatch(c -> c == '.') ? NAMELESS : name;
  }
}
