package dev.parley.deploy.local.canary;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// What the canary has seen, as Prometheus reads it. Safe for use by many threads.
final class CanaryRecord {
  private static final double NANOS = 1e9;

  private final Map<String, Seen> byDoor = new LinkedHashMap<>();

  /// What was seen at one door; times are those of the last visit that went well.
  private record Seen(long good, long bad, double login, double roundTrip, double at) {}

  synchronized void good(String door, CanaryDoor.Visit visit, long epochMillis) {
    Seen seen = seen(door);
    byDoor.put(
        door,
        new Seen(
            seen.good + 1,
            seen.bad,
            visit.loginNanos() / NANOS,
            visit.roundTripNanos() / NANOS,
            epochMillis / 1e3));
  }

  synchronized void bad(String door) {
    Seen seen = seen(door);
    byDoor.put(door, new Seen(seen.good, seen.bad + 1, seen.login, seen.roundTrip, seen.at));
  }

  /// {@return the text format of Prometheus}
  synchronized String metrics() {
    StringBuilder text = new StringBuilder();
    text.append("# TYPE parley_canary_runs_total counter\n");
    byDoor.forEach((door, seen) -> {
      text.append(runs(door, "ok", seen.good)).append(runs(door, "failed", seen.bad));
    });
    gauge(text, "parley_canary_login_seconds", Seen::login);
    gauge(text, "parley_canary_round_trip_seconds", Seen::roundTrip);
    gauge(text, "parley_canary_last_success_timestamp_seconds", Seen::at);
    return text.toString();
  }

  private Seen seen(String door) {
    return byDoor.getOrDefault(door, new Seen(0, 0, 0, 0, 0));
  }

  private static String runs(String door, String outcome, long count) {
    return "parley_canary_runs_total{door=\"%s\",outcome=\"%s\"} %d\n"
        .formatted(door, outcome, count);
  }

  private void gauge(
      StringBuilder text, String name, java.util.function.ToDoubleFunction<Seen> value) {
    text.append("# TYPE ").append(name).append(" gauge\n");
    byDoor.forEach((door, seen) ->
        text.append(
            String.format(
                Locale.ROOT, "%s{door=\"%s\"} %.6f%n", name, door, value.applyAsDouble(seen))));
  }
}
