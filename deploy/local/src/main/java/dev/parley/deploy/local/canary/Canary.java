package dev.parley.deploy.local.canary;

import dev.parley.deploy.local.console.Console;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Goes through the doors, one after the other.
///
/// The account has one session, and each door takes it over from the one before: to other people it
/// is here all the time, and neither comes nor goes.
final class Canary implements AutoCloseable {
  private final CanaryAccount account;
  private final List<CanaryDoor> doors;
  private final CanaryRecord record;
  private final InstantSource clock;
  private final Console console;
  private @Nullable Runnable connection;

  Canary(
      CanaryAccount account,
      List<CanaryDoor> doors,
      CanaryRecord record,
      InstantSource clock,
      Console console) {
    this.account = account;
    this.doors = List.copyOf(doors);
    this.record = record;
    this.clock = clock;
    this.console = console;
  }

  /// Visits every door.
  ///
  /// @return whether all went well
  boolean round() {
    boolean well = true;
    for (CanaryDoor door : doors) {
      well &= visit(door);
    }
    return well;
  }

  private boolean visit(CanaryDoor door) {
    try {
      CanaryDoor.Visit visit = door.visit(account, "canary " + clock.instant());
      stayAt(door, visit.connection());
      record.good(door.name(), visit, clock.millis());
      console.line(
          "canary door=%s outcome=ok login_ms=%d round_trip_ms=%d"
              .formatted(
                  door.name(), visit.loginNanos() / 1_000_000, visit.roundTripNanos() / 1_000_000));
      return true;
    } catch (CanaryException e) {
      record.bad(door.name());
      console.line("canary door=%s outcome=failed cause=%s".formatted(door.name(), e.getMessage()));
      return false;
    }
  }

  /// A command over ssh has no session, and takes none over.
  private void stayAt(CanaryDoor door, Runnable opened) {
    if (!door.name().equals("ssh")) {
      close();
      connection = opened;
    }
  }

  @Override
  public void close() {
    if (connection != null) {
      connection.run();
      connection = null;
    }
  }
}
