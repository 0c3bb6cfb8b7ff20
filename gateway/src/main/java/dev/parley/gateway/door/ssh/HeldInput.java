package dev.parley.gateway.door.ssh;

import java.util.ArrayList;
import java.util.List;

/// Lets the client send more for what was taken, unless reading is paused: then that waits.
/// Confined to the connection's event loop.
final class HeldInput {
  private List<Runnable> held = new ArrayList<>(0);
  private boolean paused;

  void pause(boolean pause) {
    paused = pause;
    if (!pause) {
      List<Runnable> now = held;
      held = new ArrayList<>(0);
      now.forEach(Runnable::run);
    }
  }

  void onTaken(Runnable taken) {
    if (paused) {
      held.add(taken);
    } else {
      taken.run();
    }
  }
}
