package dev.parley.deploy.acceptance.matrix;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/// What one participant knows of the conversation: of its own messages from their acknowledgements,
/// of the others from what it heard.
final class Minutes {
  private final String group;
  private final Map<Long, String> entries = new TreeMap<>();

  Minutes(String group) {
    this.group = group;
  }

  void write(long seq, String from, String text) {
    String before = entries.put(seq, from + " " + text);
    if (before != null) {
      throw new AssertionError("two messages have seq %d in #%s".formatted(seq, group));
    }
  }

  int size() {
    return entries.size();
  }

  /// {@return SHA-256 of conversation, seq, sender and text of every message, in order}
  String digest() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      entries.forEach((seq, entry) ->
          digest.update(
              "#%s %d %s%n".formatted(group, seq, entry).getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
