package dev.parley.gateway.file.s3;

import dev.parley.gateway.file.StoredFile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What `file.json` holds.
///
/// @param file what is known of the file
/// @param segments its bytes, in order; together as long as what was received
record Note(StoredFile file, List<Segment> segments) {

  Note {
    segments = List.copyOf(segments);
  }

  /// Bytes that lie in an object of their own.
  ///
  /// @param name last part of its key
  /// @param length bytes, 1 or more
  record Segment(String name, int length) {}

  /// {@return the same with other knowledge of the file}
  Note with(StoredFile now) {
    return new Note(now, segments);
  }

  /// {@return these, with others instead of the last one or behind it}
  ///
  /// @param replaced the last one, or `null` if all stay
  /// @param more what comes behind
  static List<Segment> joined(
      List<Segment> segments, @Nullable Segment replaced, List<Segment> more) {
    List<Segment> all = new ArrayList<>(segments);
    if (replaced != null) {
      all.removeLast();
    }
    all.addAll(more);
    return List.copyOf(all);
  }
}
