package dev.parley.gateway.request.frame;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The fields of one frame. What is asked for and is not there, or is of another type, is noted and
/// replaced by something harmless: the request is then refused as a whole.
///
/// Values are texts, numbers (`Long`), booleans, lists of texts and maps from text to number; a
/// value of any other shape is [#OTHER].
final class Fields {
  /// Stands for a value that no field has.
  static final Object OTHER = new Object();

  private final Map<String, Object> values;
  private final Map<String, Boolean> asked = new LinkedHashMap<>();
  private @Nullable String problem;

  Fields(Map<String, Object> values) {
    this.values = values;
  }

  /// {@return the first thing that is wrong, or `null`}
  @Nullable String problem() {
    return problem;
  }

  /// {@return the fields that were asked for, in order, and whether each must be there}
  Map<String, Boolean> asked() {
    return asked;
  }

  String text(String name) {
    return required(name, String.class, "a text", "");
  }

  @Nullable String optionalText(String name) {
    return optional(name, String.class, "a text");
  }

  long number(String name) {
    Long number = required(name, Long.class, "a number", 0L);
    return positive(name, number);
  }

  @Nullable Long optionalNumber(String name) {
    Long number = optional(name, Long.class, "a number");
    return number == null ? null : positive(name, number);
  }

  /// {@return a position, which may be 0, before the first}
  @Nullable Long optionalPosition(String name) {
    Long position = optional(name, Long.class, "a number");
    if (position != null && position < 0) {
      note(name + " must be a whole number, 0 or above");
    }
    return position;
  }

  boolean flag(String name) {
    return required(name, Boolean.class, "true or false", false);
  }

  boolean optionalFlag(String name) {
    Boolean flag = optional(name, Boolean.class, "true or false");
    return flag != null && flag;
  }

  List<String> texts(String name) {
    asked.put(name, true);
    List<String> texts = new ArrayList<>();
    if (!(values.get(name) instanceof List<?> list)) {
      note(name + " must be a list of texts");
      return texts;
    }
    for (Object each : list) {
      if (each instanceof String text) {
        texts.add(text);
      } else {
        note(name + " must be a list of texts");
      }
    }
    return texts;
  }

  /// {@return positions by conversation; empty if the field is optional and not there}
  Map<String, Long> cursors(String name, boolean isRequired) {
    asked.put(name, isRequired);
    Map<String, Long> cursors = new LinkedHashMap<>();
    Object value = values.get(name);
    if (value == null && !isRequired) {
      return cursors;
    }
    if (!(value instanceof Map<?, ?> map)) {
      note(name + " must be an object of numbers");
      return cursors;
    }
    map.forEach((conversation, seq) -> {
      if (conversation instanceof String id && seq instanceof Long number && number >= 0) {
        cursors.put(id, number);
      } else {
        note(name + " must be an object of numbers");
      }
    });
    return cursors;
  }

  void note(String what) {
    problem = problem == null ? what : problem;
  }

  private long positive(String name, long number) {
    if (number < 1) {
      note(name + " must be a whole number above 0");
    }
    return number;
  }

  private <T> T required(String name, Class<T> type, String what, T harmless) {
    asked.put(name, true);
    Object value = values.get(name);
    if (type.isInstance(value)) {
      return type.cast(value);
    }
    note(name + " must be " + what);
    return harmless;
  }

  private <T> @Nullable T optional(String name, Class<T> type, String what) {
    asked.put(name, false);
    Object value = values.get(name);
    if (value == null || type.isInstance(value)) {
      return type.cast(value);
    }
    note(name + " must be " + what);
    return null;
  }
}
