package dev.parley.cli.sealed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/// What only the readers of a message know of its file.
///
/// @param name for people; not neutralised, and never a path
/// @param size its bytes in clear
/// @param sha256 SHA-256 of its bytes in clear, in hexadecimal
/// @param key opens it: 32 bytes in base64url; a secret
public record SecretFile(String name, long size, String sha256, String key) {

  /// {@return the file of a content; nothing where there is none, or where it is described wrongly}
  ///
  /// @param content an object that may have a `file`
  public static Optional<SecretFile> of(JsonNode content) {
    JsonNode file = content.path("file");
    SecretFile read =
        new SecretFile(
            file.path("name").asText(),
            file.path("size").asLong(-1),
            file.path("sha256").asText(),
            file.path("key").asText());
    boolean isWhole =
        !read.name.isEmpty()
            && read.size >= 0
            && read.sha256.matches("[0-9a-f]{64}")
            && read.key.matches("[A-Za-z0-9_-]{43}");
    return isWhole ? Optional.of(read) : Optional.empty();
  }

  /// Writes it as the `file` of a content.
  ///
  /// @param content gets it
  public void addTo(ObjectNode content) {
    content
        .putObject("file")
        .put("name", name)
        .put("size", size)
        .put("sha256", sha256)
        .put("key", key);
  }

  /// {@return the name; the key stays out of messages and logs}
  @Override
  public String toString() {
    return name;
  }
}
