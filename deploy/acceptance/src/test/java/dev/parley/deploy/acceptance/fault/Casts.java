package dev.parley.deploy.acceptance.fault;

import dev.parley.deploy.acceptance.people.People;
import dev.parley.deploy.acceptance.traffic.Cast;
import java.util.stream.IntStream;

/// Who talks while something breaks.
final class Casts {

  private Casts() {}

  /// {@return six who write, three who read, four groups}
  static Cast of(People people) {
    return new Cast(
        IntStream.range(0, 6).mapToObj(_ -> people.busy().account()).toList(),
        IntStream.range(0, 3).mapToObj(_ -> people.registered("reader").account()).toList(),
        IntStream.range(0, 4).mapToObj(_ -> People.unique("flow")).toList());
  }
}
