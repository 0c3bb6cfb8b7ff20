package dev.parley.deploy.local.stack;

import dev.parley.deploy.local.console.Console;
import dev.parley.deploy.local.part.PartListener;
import dev.parley.deploy.local.part.Supervised;
import java.time.Duration;
import java.util.Locale;

/// Turns what happens to the parts into lines for a person and into the recorded state.
final class Announcer implements PartListener {

  private final StackListener listener;
  private final StateRecorder recorder;

  Announcer(StackListener listener, StateRecorder recorder) {
    this.listener = listener;
    this.recorder = recorder;
  }

  @Override
  public void onPhase(Supervised part) {
    recorder.write();
  }

  @Override
  public void onReady(Supervised part, Duration took) {
    String again = part.restarts() == 0 ? "ready" : "ready again";
    listener.onLine(
        String.format(
            Locale.ROOT, "  %-20s %s in %s", part.part().name(), again, Console.seconds(took)));
  }

  @Override
  public void onDied(Supervised part, String cause, Duration pause) {
    listener.onLine(
        String.format(
            Locale.ROOT,
            "  %-20s %s; starting it again in %s",
            part.part().name(),
            cause,
            Console.seconds(pause)));
  }
}
