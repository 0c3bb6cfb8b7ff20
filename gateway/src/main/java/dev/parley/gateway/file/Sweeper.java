package dev.parley.gateway.file;

import dev.parley.contracts.ErrorCode;
import dev.parley.gateway.exchange.RequestFailedException;
import io.quarkus.logging.Log;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;

/// Removes files that no message has after their time. One that was claimed by a message of which
/// nobody knows whether it came is asked for first, and kept unless the answer is a clear no.
public final class Sweeper {
  private static final int MOST_AT_ONCE = 10_000;

  /// Marks are of tickets, which live for minutes.
  private static final Duration KEEP_MARKS = Duration.ofDays(2);

  private final FileStore store;
  private final Access access;
  private final Attachments attachments;
  private final InstantSource clock;
  private final AtomicBoolean sweeping = new AtomicBoolean();

  /// Works through these.
  ///
  /// @param store where files lie
  /// @param access asks whether a message came
  /// @param attachments notes that it did
  /// @param clock tells the time
  public Sweeper(FileStore store, Access access, Attachments attachments, InstantSource clock) {
    this.store = store;
    this.access = access;
    this.attachments = attachments;
    this.clock = clock;
  }

  /// Looks once, unless it is looking. May wait; a file that cannot be dealt with is left for the
  /// next time.
  public void sweep() {
    // One at a time: a slow store may take longer than the time until the next call.
    if (sweeping.compareAndSet(false, true)) {
      try {
        look();
      } finally {
        sweeping.set(false);
      }
    }
  }

  private void look() {
    long now = clock.millis();
    for (String id : store.pending(MOST_AT_ONCE)) {
      try {
        store
            .find(id)
            .filter(file -> !file.isAttached() && file.expiresAt() < now)
            .ifPresent(this::removeUnlessItCame);
      } catch (StoreFaultException e) {
        Log.warnf("file not swept file=%s cause=%s", id, e.getMessage());
      }
    }
    store.forgetMarks(clock.instant().minus(KEEP_MARKS));
  }

  private void removeUnlessItCame(StoredFile file) {
    StoredFile.Claim claim = file.claim();
    if (claim == null || file.content() == null) {
      store.remove(file.id());
      Log.infof("unsent file swept file=%s account=%s", file.id(), file.owner());
      return;
    }
    try {
      access.ask(file.owner(), file, claim, Runnable::run).join();
      attachments.attached(file.id(), claim.conversation(), claim.clientMessageId());
    } catch (CompletionException e) {
      if (e.getCause() instanceof RequestFailedException refused
          && refused.code() == ErrorCode.NO_SUCH_FILE) {
        store.remove(file.id());
        Log.infof("file of no message swept file=%s account=%s", file.id(), file.owner());
      }
    }
  }
}
