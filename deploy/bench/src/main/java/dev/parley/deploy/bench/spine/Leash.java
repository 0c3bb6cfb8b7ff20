package dev.parley.deploy.bench.spine;

import java.io.IOException;

/// Ties a child to its parent: it says when it is at work, and ends when its standard input does.
final class Leash {

  /// Line that says that the child is at work.
  static final String READY = "ready";

  private Leash() {}

  /// Says that the process is at work, waits for the end of standard input and ends the process.
  static void hold() throws IOException {
    System.out.println(READY);
    while (System.in.read() >= 0) {
      // What is written to a leash has no meaning; only its end has.
    }
    Runtime.getRuntime().halt(0);
  }
}
