package dev.parley.deploy.acceptance.watching;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One line of what a service shows to Prometheus, without its value.
///
/// @param name name of the metric
/// @param labels its labels
record Sample(String name, Map<String, String> labels) {
  private static final Pattern LINE = Pattern.compile("([a-zA-Z_:][\\w:]*)(?:\\{(.*)})? \\S+.*");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

  /// {@return all lines of a page}
  ///
  /// @param page text format of Prometheus
  static List<Sample> of(String page) {
    return page.lines()
        .filter(line -> !line.startsWith("#"))
        .map(LINE::matcher)
        .filter(Matcher::matches)
        .map(line -> new Sample(line.group(1), labels(line.group(2))))
        .toList();
  }

  private static Map<String, String> labels(@Nullable String text) {
    Map<String, String> labels = new HashMap<>();
    if (text != null) {
      Matcher all = LABEL.matcher(text);
      while (all.find()) {
        labels.put(all.group(1), all.group(2));
      }
    }
    return labels;
  }
}
