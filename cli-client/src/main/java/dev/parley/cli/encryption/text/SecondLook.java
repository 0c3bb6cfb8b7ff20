package dev.parley.cli.encryption.text;

import dev.parley.cli.conversation.Server;
import dev.parley.cli.encryption.text.ShutTexts.Shut;
import java.time.Duration;
import java.util.Comparator;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Decides when texts that stayed shut are tried again: when the keys are unlocked, when other
/// devices are believed, when a connection is there again, and else after 10 s, doubling to 10
/// minutes, as long as there are any whose device may still become known. On the loop.
public final class SecondLook {
  private static final Duration FIRST = Duration.ofSeconds(10);
  private static final Duration LAST = Duration.ofMinutes(10);

  private final Server server;
  private final ShutTexts shut;
  private final Consumer<Shut> open;
  private Duration pause = FIRST;
  private @Nullable Duration planned;
  private int turn;

  /// Looks at nothing yet.
  ///
  /// @param server gives the time to look
  /// @param shut what is shut
  /// @param open tries a text once more
  public SecondLook(Server server, ShutTexts shut, Consumer<Shut> open) {
    this.server = server;
    this.shut = shut;
    this.open = open;
  }

  /// Another text is shut: it does not wait for a look that is far off.
  public void onShut() {
    pause = FIRST;
    if (planned != null && planned.compareTo(FIRST) > 0) {
      planned = null;
    }
    plan();
  }

  /// The keys are unlocked.
  public void onUnlocked() {
    look(_ -> true);
  }

  /// A connection is there again.
  public void onLive() {
    look(SecondLook::isUnknown);
  }

  /// What is believed of somebody is something else now.
  ///
  /// @param account whose devices
  public void onTrusted(String account) {
    // Whoever has just changed it goes on first: a text that is being opened comes before those.
    server.later(
        Duration.ZERO,
        () -> look(each -> isUnknown(each) && each.met().place().sender().equals(account)));
  }

  private void plan() {
    if (planned == null && shut.all().stream().anyMatch(SecondLook::isUnknown)) {
      planned = pause;
      turn++;
      int mine = turn;
      server.later(pause, () -> onElapsed(mine));
    }
  }

  private void onElapsed(int of) {
    if (of != turn) {
      return; // Another look was planned since.
    }
    planned = null;
    Duration doubled = pause.multipliedBy(2);
    pause = doubled.compareTo(LAST) > 0 ? LAST : doubled;
    look(SecondLook::isUnknown);
    plan();
  }

  private void look(Predicate<Shut> which) {
    shut.all().stream()
        .filter(which)
        .sorted(Comparator.comparingLong(each -> each.met().message().seq()))
        .forEach(open);
  }

  private static boolean isUnknown(Shut text) {
    return text.reason().equals(ShutTexts.UNKNOWN_DEVICE);
  }
}
