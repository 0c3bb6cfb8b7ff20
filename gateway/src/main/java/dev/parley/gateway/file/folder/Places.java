package dev.parley.gateway.file.folder;

import dev.parley.contracts.Handles;
import dev.parley.contracts.conversation.Attachment;
import dev.parley.gateway.file.StoredFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Where things lie in the folder of the file store:
///
/// | path | what |
/// | --- | --- |
/// | `files/PP/ID/` | a file: what is known of it, and `bytes`; `PP` is its part, the first two digits of its id |
/// | `pending/ID` | empty; there while no message has the file |
/// | `owners/HANDLE/ID.SIZE` | empty; whose room the file takes, and how much |
/// | `marks/` | what one gateway does for all |
/// | `secret` | signs the addresses of files |
///
/// Nothing that a client sends is ever part of a path: ids are checked for being hexadecimal
/// digits, owners for being handles.
///
/// @param root the folder
record Places(Path root) {
  private static final int PART_DIGITS = 2;

  /// @throws IllegalArgumentException if it is no id of a file
  Path file(String id) {
    if (!Attachment.isFileId(id)) {
      throw new IllegalArgumentException("this is no id of a file");
    }
    return root.resolve("files").resolve(id.substring(0, PART_DIGITS)).resolve(id);
  }

  static Path bytes(Path file) {
    return file.resolve("bytes");
  }

  Path part(int part) {
    return root.resolve("files").resolve("%02x".formatted(part));
  }

  /// @throws IllegalArgumentException if it is no handle
  Path owner(String handle) {
    if (!Handles.isHandle(handle)) {
      throw new IllegalArgumentException("this is no handle");
    }
    return root.resolve("owners").resolve(handle);
  }

  Path owned(StoredFile file) {
    return owner(file.owner()).resolve(file.id() + "." + file.size());
  }

  Path pending() {
    return root.resolve("pending");
  }

  Path pending(String id) {
    return pending().resolve(id);
  }

  Path marks() {
    return root.resolve("marks");
  }

  Path secret() {
    return root.resolve("secret");
  }

  /// {@return what lies in a folder; nothing if there is no such folder}
  static List<String> names(Path folder) {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.map(path -> path.getFileName().toString()).toList();
    } catch (NoSuchFileException _) {
      return List.of();
    } catch (IOException e) {
      throw Faults.of("a folder of the file store cannot be read", e);
    }
  }
}
