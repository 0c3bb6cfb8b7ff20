package dev.parley.deploy.acceptance.watching;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A metric that an expression of PromQL asks for, with the labels that must have one value.
///
/// @param name name of the metric
/// @param labels labels that are compared with `=`
record Selector(String name, Map<String, String> labels) {
  private static final Pattern LABELS = Pattern.compile("(\\w+)\\s*(=~|!=|!~|=)\\s*\"([^\"]*)\"");
  private static final Pattern GROUPING =
      Pattern.compile("\\b(by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)");
  private static final Pattern NAME =
      Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)\\s*(\\{[^}]*}|\\()?");
  private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset");

  /// {@return the metrics that an expression asks for}
  ///
  /// @param expression PromQL
  static List<Selector> of(String expression) {
    String plain = GROUPING.matcher(expression).replaceAll(" ").replaceAll("\\[[^]]*]", " ");
    List<Selector> found = new ArrayList<>();
    Matcher names = NAME.matcher(plain);
    while (names.find()) {
      String after = names.group(2) == null ? "" : names.group(2);
      if (!after.equals("(") && !WORDS.contains(names.group(1))) {
        found.add(new Selector(names.group(1), labels(after)));
      }
    }
    return found;
  }

  /// {@return whether a sample is one that is asked for}
  ///
  /// @param sample what a service shows
  boolean matches(Sample sample) {
    return sample.name().equals(name) && sample.labels().entrySet().containsAll(labels.entrySet());
  }

  private static Map<String, String> labels(String braces) {
    Map<String, String> labels = new HashMap<>();
    Matcher all = LABELS.matcher(braces);
    while (all.find()) {
      if (all.group(2).equals("=")) {
        labels.put(all.group(1), all.group(3));
      }
    }
    return labels;
  }
}
