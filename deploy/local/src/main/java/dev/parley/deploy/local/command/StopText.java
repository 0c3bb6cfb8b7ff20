package dev.parley.deploy.local.command;

import dev.parley.deploy.local.aot.AotCaches;
import dev.parley.deploy.local.console.Console;

/// What people are told while a stack stops.
final class StopText {

  private StopText() {}

  /// Says why the first stop takes longer than later ones, if this is the first.
  ///
  /// @param supervisor the process that started the stack
  static void explainFirst(ProcessHandle supervisor, Console console) {
    if (AotCaches.isRecordingUnder(supervisor)) {
      console.line(
          "this first time it takes longer: each service writes down what it will start quicker with");
    }
  }
}
