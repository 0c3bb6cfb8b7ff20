package dev.parley.gateway.file;

import io.quarkus.logging.Log;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/// Removes files that no message has after their time.
///
/// | file | is removed |
/// | --- | --- |
/// | not claimed, or not complete | `keep-unsent` after its last byte |
/// | claimed, and the message did not come | `keep-unsent` after that was seen, if it still did not |
/// | of a message that was in the log and is not | `keep-unknown` after that was seen, if it still is not |
///
/// The last kind is what the restore of an older backup leaves. One part of all files is looked
/// through each time, the next one the next time, so that a round costs little at any moment.
///
/// Every message is asked for twice, a long time apart: an empty database that somebody started by
/// mistake knows no message either, and after a long outage questions may be answered before the
/// posts that came first. Meanwhile the file is given to whoever may have it.
public final class Sweeper {
  private static final int MOST_AT_ONCE = 10_000;
  private static final int MOST_OF_A_PART = 1_000;

  /// So many questions in a row wait for their time to be over, and then none is asked in this
  /// round.
  private static final int MOST_UNANSWERED = 3;

  /// Marks are of tickets, which live for minutes.
  private static final Duration KEEP_MARKS = Duration.ofDays(2);

  /// Nobody is at something for that long.
  private static final Duration LEFT_OVER = Duration.ofDays(1);

  private final FileStore store;
  private final MessageCheck messages;
  private final Attachments attachments;
  private final FileConfig config;
  private final InstantSource clock;
  private final AtomicBoolean sweeping = new AtomicBoolean();

  /// Of the thread that sweeps.
  private volatile int unanswered;

  /// Works through these.
  ///
  /// @param store where files lie
  /// @param messages asks whether a message came
  /// @param attachments notes whether it did
  /// @param config how long what is kept
  /// @param clock tells the time
  public Sweeper(
      FileStore store,
      MessageCheck messages,
      Attachments attachments,
      FileConfig config,
      InstantSource clock) {
    this.store = store;
    this.messages = messages;
    this.attachments = attachments;
    this.config = config;
    this.clock = clock;
  }

  /// Looks once, unless it is looking. May wait; a file that cannot be dealt with is left for the
  /// next time.
  public void sweep() {
    // One at a time: a slow store may take longer than the time until the next call.
    if (sweeping.compareAndSet(false, true)) {
      try {
        unanswered = 0;
        shuffled(store.pending(MOST_AT_ONCE)).forEach(id -> isClear(id, this::isClear));
        // While nobody answers, to ask for the others only takes time: they have their turn later.
        boolean _ = part().stream().allMatch(id -> isClear(id, this::isClearInTurn));
        store.forgetMarks(clock.instant().minus(KEEP_MARKS));
      } finally {
        sweeping.set(false);
      }
    }
  }

  /// By the clock, so that no part is passed over by a gateway that starts anew now and then.
  private List<String> part() {
    long turn = clock.millis() / Math.max(1, config.sweepInterval().toMillis());
    int part = Math.floorMod(turn, FileStore.PARTS);
    List<String> ids = shuffled(store.part(part, clock.instant().minus(LEFT_OVER)));
    return ids.subList(0, Math.min(ids.size(), MOST_OF_A_PART));
  }

  /// If they are too many, each has its turn some time.
  private static List<String> shuffled(List<String> ids) {
    List<String> shuffled = new ArrayList<>(ids);
    Collections.shuffle(shuffled);
    return shuffled;
  }

  /// {@return whether it is dealt with; not if nobody knows of its message now}
  private boolean isClear(String id, Predicate<StoredFile> look) {
    try {
      return store.find(id).map(look::test).orElse(true);
    } catch (StoreFaultException e) {
      Log.warnf("file not swept file=%s cause=%s", id, e.getMessage());
      return true;
    }
  }

  /// One that is doubted is asked for before its time as well: where the right database is back, it
  /// is doubted no longer.
  private boolean isClearInTurn(StoredFile file) {
    StoredFile.Claim claim = file.claim();
    boolean isClaimed = claim != null && !claim.attached() && file.content() != null;
    if (claim == null || !isClaimed || !isOld(file) || isExpired(file)) {
      return isClear(file);
    }
    return isClearOfDoubt(file, claim);
  }

  private boolean isClear(StoredFile file) {
    StoredFile.Claim claim = file.claim();
    if (claim != null && claim.attached()) {
      return !isOld(file) || doubtIfGone(file, claim);
    }
    if (!isExpired(file)) {
      return true;
    }
    if (claim == null || file.content() == null) {
      remove(file, "not sent");
      return true;
    }
    return removeUnlessItCame(file, claim);
  }

  /// {@return whether its message is not on its way any more}
  private boolean isOld(StoredFile file) {
    return file.createdAt() + config.keepUnsent().toMillis() < clock.millis();
  }

  private boolean isExpired(StoredFile file) {
    return file.expiresAt() < clock.millis();
  }

  private boolean isClearOfDoubt(StoredFile file, StoredFile.Claim claim) {
    MessageCheck.Answer answer = ask(file, claim);
    if (answer == MessageCheck.Answer.THERE) {
      attachments.attached(file.id(), claim.conversation(), claim.clientMessageId());
    }
    return answer != MessageCheck.Answer.UNCLEAR;
  }

  /// Each waits long while nobody answers.
  private MessageCheck.Answer ask(StoredFile file, StoredFile.Claim claim) {
    if (unanswered >= MOST_UNANSWERED) {
      return MessageCheck.Answer.UNCLEAR;
    }
    MessageCheck.Answer answer = messages.ask(file, claim);
    unanswered = answer == MessageCheck.Answer.UNCLEAR ? unanswered + 1 : 0;
    return answer;
  }

  private boolean doubtIfGone(StoredFile file, StoredFile.Claim claim) {
    MessageCheck.Answer answer = ask(file, claim);
    switch (answer) {
      case GONE, UNKNOWN -> {
        attachments.doubt(file, claim);
        Log.warnf(
            "no message has this file any more, it goes after keep-unknown file=%s account=%s",
            file.id(), file.owner());
      }
      case THERE, UNCLEAR -> {}
    }
    return answer != MessageCheck.Answer.UNCLEAR;
  }

  private boolean removeUnlessItCame(StoredFile file, StoredFile.Claim claim) {
    MessageCheck.Answer answer = ask(file, claim);
    switch (answer) {
      case THERE -> attachments.attached(file.id(), claim.conversation(), claim.clientMessageId());
      case GONE, UNKNOWN -> removeIfDoubted(file, claim, answer);
      case UNCLEAR -> {}
    }
    return answer != MessageCheck.Answer.UNCLEAR;
  }

  private void removeIfDoubted(
      StoredFile file, StoredFile.Claim claim, MessageCheck.Answer answer) {
    if (!claim.doubted()) {
      attachments.doubt(file, claim);
    } else if (answer == MessageCheck.Answer.GONE) {
      remove(file, "no message");
    } else if (file.createdAt() + config.keepUnknown().toMillis() < clock.millis()) {
      remove(file, "no conversation");
    }
  }

  private void remove(StoredFile file, String cause) {
    if (attachments.giveUp(file)) {
      Log.infof("file swept file=%s account=%s cause=%s", file.id(), file.owner(), cause);
    }
  }
}
