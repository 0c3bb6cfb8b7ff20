package dev.parley.gateway.file.s3;

import dev.parley.contracts.Handles;
import dev.parley.contracts.conversation.Attachment;
import dev.parley.gateway.file.StoredFile;
import java.util.Optional;
import java.util.regex.Pattern;

/// Keys of objects. Nothing that a client sends is ever part of one: ids are checked for being
/// hexadecimal digits, owners for being handles.
final class Keys {
  static final String PENDING = "pending/";
  static final String MARKS = "marks/";
  static final String SECRET = "secret";

  private static final String FILES = "files/";
  private static final String NOTE = "file.json";
  private static final Pattern MARK = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final int SHARD = 2;

  private Keys() {}

  /// {@return what the keys of all objects of a file begin with}
  ///
  /// @throws IllegalArgumentException if it is no id of a file
  static String folder(String id) {
    return FILES + checked(id).substring(0, SHARD) + "/" + id + "/";
  }

  /// {@return what the keys of all objects of the files of one part begin with}
  static String part(int part) {
    return FILES + "%02x/".formatted(part);
  }

  /// {@return id of the file to which the object belongs; empty if it is no object of ours}
  static Optional<String> file(String key) {
    String[] parts = key.split("/", -1);
    return parts.length > 2 && Attachment.isFileId(parts[2])
        ? Optional.of(parts[2])
        : Optional.empty();
  }

  static String note(String id) {
    return folder(id) + NOTE;
  }

  static String segment(String id, String name) {
    return folder(id) + name;
  }

  static boolean isNote(String key) {
    return key.endsWith("/" + NOTE);
  }

  static String pending(String id) {
    return PENDING + checked(id);
  }

  static String owner(StoredFile file) {
    return owners(file.owner()) + checked(file.id()) + "." + file.size();
  }

  static String owners(String handle) {
    if (!Handles.isHandle(handle)) {
      throw new IllegalArgumentException("this is no handle");
    }
    return "owners/" + handle + "/";
  }

  static String mark(String name) {
    if (!MARK.matcher(name).matches()) {
      throw new IllegalArgumentException("a mark has letters, digits, - and _");
    }
    return MARKS + name;
  }

  /// {@return the last part of a key}
  static String name(String key) {
    return key.substring(key.lastIndexOf('/') + 1);
  }

  private static String checked(String id) {
    if (!Attachment.isFileId(id)) {
      throw new IllegalArgumentException("this is no id of a file");
    }
    return id;
  }
}
