package dev.parley.cli.conversation;

import dev.parley.cli.connection.RefusedException;
import dev.parley.cli.session.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;

/// Messages on their way, at most 200.
///
/// One conversation's messages leave one after another, so their order holds; conversations do not
/// wait for each other. What may or may not have been stored is sent again under the same id; what
/// was refused stays, marked, until its author decides.
public final class Outbox {

  private static final int MOST = 200;
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /// What an outbox needs of the rest.
  interface Ports {
    /// Sends a message; fails with [RefusedException].
    CompletableFuture<?> send(Pending message);

    /// {@return whether anything can be sent now}
    boolean isReady();

    /// Runs something on the loop, later.
    void later(Duration pause, Runnable action);

    /// A message was refused; it stays.
    void onFailed(Pending message, RefusedException refusal);

    /// What waits is something else now.
    void onChanged();
  }

  private final Ports ports;
  private final List<Pending> pending = new ArrayList<>();
  private final Set<String> running = new HashSet<>();

  Outbox(Ports ports) {
    this.ports = ports;
  }

  /// Takes a message.
  ///
  /// @return whether there was room for it
  boolean add(Pending message) {
    if (pending.size() >= MOST) {
      return false;
    }
    pending.add(message);
    ports.onChanged();
    run(message.to());
    return true;
  }

  /// Tries everything again that was refused.
  ///
  /// @return how many that were
  public int retry() {
    int count = failed().size();
    pending.replaceAll(each -> each.failed(null));
    ports.onChanged();
    flush();
    return count;
  }

  /// Throws away what was refused.
  ///
  /// @return how many that were
  public int discard() {
    int count = failed().size();
    pending.removeIf(each -> each.failed() != null);
    ports.onChanged();
    return count;
  }

  /// Sends whatever waits; called when a session is there again.
  void flush() {
    pending.stream().map(Pending::to).distinct().toList().forEach(this::run);
  }

  /// The message with this id is in the log, whether its answer came or was lost.
  void onSeen(String clientId) {
    if (pending.removeIf(each -> each.clientId().equals(clientId))) {
      ports.onChanged();
    }
  }

  /// {@return what is on its way or was refused, oldest first}
  public List<Pending> pending() {
    return List.copyOf(pending);
  }

  private List<Pending> failed() {
    return pending.stream().filter(each -> each.failed() != null).toList();
  }

  private void run(String to) {
    if (running.contains(to) || !ports.isReady()) {
      return;
    }
    Optional<Pending> next =
        pending.stream().filter(each -> each.to().equals(to) && each.failed() == null).findFirst();
    next.ifPresent(message -> send(message, to));
  }

  private void send(Pending message, String to) {
    running.add(to);
    BiConsumer<Object, Throwable> done =
        (_, failure) -> {
          running.remove(to);
          if (failure == null) {
            onSeen(message.clientId());
            run(to);
          } else {
            onRefused(message, Session.refusal(failure));
          }
        };
    ports.send(message).whenComplete(done);
  }

  private void onRefused(Pending message, RefusedException refusal) {
    String code = refusal.code();
    if (code.equals("unavailable") || code.equals("rate_limited")) {
      // Without a connection the next session flushes.
      Duration pause = refusal.detail() > 0 ? Duration.ofMillis(refusal.detail()) : PAUSE;
      ports.later(pause, () -> run(message.to()));
      return;
    }
    pending.replaceAll(
        each -> each.clientId().equals(message.clientId()) ? each.failed(code) : each);
    ports.onFailed(message, refusal);
    ports.onChanged();
    run(message.to());
  }
}
