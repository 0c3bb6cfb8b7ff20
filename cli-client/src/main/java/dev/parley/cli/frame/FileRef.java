package dev.parley.cli.frame;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/// The file of a message.
///
/// @param id its id
/// @param name for people; not neutralised, and never a path
/// @param size its bytes
/// @param sha256 SHA-256 of its bytes, in hex
public record FileRef(String id, String name, long size, String sha256) {

  /// {@return the file of a message or of an answer, or `null` if it has none}
  ///
  /// @param frame an object that may have an `attachment`
  public static @Nullable FileRef of(JsonNode frame) {
    JsonNode file = frame.path("attachment");
    return file.isObject()
        ? new FileRef(
            Frames.text(file, "id"),
            Frames.text(file, "name"),
            file.path("size").asLong(),
            Frames.text(file, "sha256"))
        : null;
  }
}
