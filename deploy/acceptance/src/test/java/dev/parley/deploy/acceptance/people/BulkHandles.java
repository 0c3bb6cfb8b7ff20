package dev.parley.deploy.acceptance.people;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Handles of accounts that write more than a person does.
///
/// A stack is told at its start that their rate of messages is not limited, so the limit of all
/// others can stay what it is.
public final class BulkHandles {

  private static final int COUNT = 200;
  private static final AtomicInteger USED = new AtomicInteger();

  private BulkHandles() {}

  /// {@return all of them, as the setting wants them}
  public static String all() {
    return IntStream.range(0, COUNT).mapToObj(BulkHandles::handle).collect(Collectors.joining(","));
  }

  static String next() {
    return handle(USED.getAndIncrement());
  }

  private static String handle(int number) {
    return "busy-" + number;
  }
}
