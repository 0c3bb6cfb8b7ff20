package dev.parley.auth.kafka;

import java.lang.reflect.RecordComponent;

/// Checks that a record from the log has all its components: JSON leaves out what it likes.
final class Completeness {
  private Completeness() {}

  /// Looks at every component, and into components that are records.
  ///
  /// @param value a record none of whose components may be missing
  /// @throws IllegalArgumentException naming the first that is
  static void require(Record value) {
    for (RecordComponent component : value.getClass().getRecordComponents()) {
      Object part = read(component, value);
      if (part == null) {
        throw new IllegalArgumentException(
            value.getClass().getSimpleName() + " has no " + component.getName());
      }
      if (part instanceof Record inner) {
        require(inner);
      }
    }
  }

  private static Object read(RecordComponent component, Record value) {
    try {
      return component.getAccessor().invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("records of contracts are public", e);
    }
  }
}
