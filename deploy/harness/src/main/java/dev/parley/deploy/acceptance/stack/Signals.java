package dev.parley.deploy.acceptance.stack;

import java.io.IOException;
import java.io.UncheckedIOException;

/// Sends signals to processes.
final class Signals {

  private Signals() {}

  static void send(String signal, long pid) {
    try {
      int code = new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).start().waitFor();
      if (code != 0) {
        throw new StackException("process " + pid + " cannot be sent SIG" + signal);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackException("interrupted", e);
    }
  }
}
