package dev.parley.contracts.codec;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What `@Nullable` on a record's components promises, checked and used by reflection.
final class Nullness {
  private Nullness() {}

  /// {@return whether nothing in the record, however deep, is null that must not be}
  static boolean holdsIn(Object value) {
    return switch (value) {
      case Record record ->
          Arrays.stream(record.getClass().getRecordComponents())
              .allMatch(component -> holdsIn(component, valueOf(component, record)));
      case Collection<?> items -> items.stream().allMatch(Nullness::presentAndHoldsIn);
      case Map<?, ?> map -> holdsIn(map.keySet()) && holdsIn(map.values());
      default -> true;
    };
  }

  private static boolean holdsIn(RecordComponent component, @Nullable Object value) {
    return value == null ? isNullable(component) : holdsIn(value);
  }

  private static boolean presentAndHoldsIn(@Nullable Object item) {
    return item != null && holdsIn(item);
  }

  /// {@return the record with null wherever that is allowed}
  static Object bare(Object value) {
    return switch (value) {
      case Record record -> bareRecord(record);
      case List<?> items -> items.stream().map(Nullness::bare).toList();
      default -> value;
    };
  }

  private static Object bareRecord(Record record) {
    RecordComponent[] components = record.getClass().getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    @Nullable Object[] values = new @Nullable Object[components.length];
    for (int i = 0; i < values.length; i++) {
      Object value = valueOf(components[i], record);
      values[i] = value == null || isNullable(components[i]) ? null : bare(value);
    }
    try {
      return record.getClass().getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError("cannot make a bare " + record.getClass(), e);
    }
  }

  static boolean isNullable(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  private static @Nullable Object valueOf(RecordComponent component, Record record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new AssertionError("cannot read " + component, e);
    }
  }
}
