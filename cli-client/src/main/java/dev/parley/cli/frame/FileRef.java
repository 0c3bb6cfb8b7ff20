package dev.parley.cli.frame;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/// The file of a message.
///
/// @param id its id
/// @param name for people; not neutralised, and never a path
/// @param size its bytes
/// @param sha256 SHA-256 of its bytes, in hex
/// @param stored what lies on the server in its place where it is encrypted, or `null`
public record FileRef(String id, String name, long size, String sha256, @Nullable Stored stored) {

  /// An encrypted file as the server has it.
  ///
  /// @param size its bytes there
  /// @param sha256 SHA-256 of its bytes there, in hex
  /// @param key opens it, in base64url; a secret
  public record Stored(long size, String sha256, String key) {
    /// {@return the size; the key stays out of messages and logs}
    @Override
    public String toString() {
      return size + " bytes";
    }
  }

  /// A file that is not encrypted.
  ///
  /// @param id its id
  /// @param name for people
  /// @param size its bytes
  /// @param sha256 SHA-256 of its bytes, in hex
  public FileRef(String id, String name, long size, String sha256) {
    this(id, name, size, sha256, null);
  }

  /// {@return the file of a message or of an answer, or `null` if it has none}
  ///
  /// @param frame an object that may have an `attachment`
  public static @Nullable FileRef of(JsonNode frame) {
    JsonNode file = frame.path("attachment");
    if (!file.isObject()) {
      return null;
    }
    String id = Frames.text(file, "id");
    long size = file.path("size").asLong();
    String sha256 = Frames.text(file, "sha256");
    JsonNode secret = frame.path("file");
    if (Frames.sealed(frame) != null && !secret.isObject()) {
      // The server's own invention: who wrote the message has signed no file.
      return null;
    }
    return secret.isObject()
        ? new FileRef(
            id,
            Frames.text(secret, "name"),
            secret.path("size").asLong(),
            Frames.text(secret, "sha256"),
            new Stored(size, sha256, Frames.text(secret, "key")))
        : new FileRef(id, Frames.text(file, "name"), size, sha256);
  }
}
