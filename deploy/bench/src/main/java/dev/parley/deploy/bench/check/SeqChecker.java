package dev.parley.deploy.bench.check;

import java.util.Arrays;

/// Follows the seqs that one reader is given of one conversation, as events and as acknowledgements
/// of its own messages.
///
/// Events must rise, acknowledgements must rise, and both together must give every seq once. An
/// acknowledgement and the events around it may come in either order, so seqs above a hole are
/// remembered until it is filled. Below an event, though, only the reader's own messages may be
/// missing, and only as many as are not acknowledged yet.
public final class SeqChecker {

  /// Start of a reader whose first seq tells where it begins.
  public static final long UNKNOWN = -1;

  /// Most seqs between a hole and the newest seq; more is a gap, whatever fills it later.
  public static final int WINDOW = 4_096;

  private final String reader;
  private final Violations violations;
  private long complete;
  private long lastEvent;
  private long lastAcknowledged;
  private int aboveHole;
  private long[] seen = {};

  /// Starts before the first seq.
  ///
  /// @param reader as it is named in violations
  /// @param complete seq up to which the reader has everything, or [#UNKNOWN]
  /// @param violations takes what is found
  public SeqChecker(String reader, long complete, Violations violations) {
    this.reader = reader;
    this.complete = complete;
    this.violations = violations;
  }

  /// Notes the seq of an event.
  ///
  /// @param seq as the line says; negative if it says none
  /// @param outstanding messages of this reader that are not acknowledged yet
  public void onEvent(long seq, int outstanding) {
    if (seq <= lastEvent) {
      violations.add("%s: event %d came after event %d".formatted(reader, seq, lastEvent));
    } else {
      lastEvent = seq;
    }
    if (see(seq)) {
      checkHolesBelow(seq, outstanding);
    }
  }

  /// Notes the seq of an acknowledgement.
  ///
  /// @param seq as the line says; negative if it says none
  public void onAcknowledgement(long seq) {
    if (seq <= lastAcknowledged) {
      violations.add(
          "%s: acknowledgement %d came after acknowledgement %d"
              .formatted(reader, seq, lastAcknowledged));
    } else {
      lastAcknowledged = seq;
    }
    see(seq);
  }

  /// {@return the seq up to which the reader has everything, or [#UNKNOWN] if nothing has come}
  public long complete() {
    return complete;
  }

  /// {@return the highest seq that came}
  public long highest() {
    return Math.max(lastEvent, lastAcknowledged);
  }

  /// {@return whether it stands above a hole}
  private boolean see(long seq) {
    if (seq == complete + 1 && aboveHole == 0 && complete != UNKNOWN) {
      complete = seq;
      return false;
    }
    return seeOutOfTurn(seq);
  }

  private boolean seeOutOfTurn(long seq) {
    if (seq < 1) {
      violations.add("%s: a line has no seq".formatted(reader));
      return false;
    }
    if (complete == UNKNOWN) {
      complete = seq;
      return false;
    }
    if (seq - complete > WINDOW) {
      violations.add("%s: seq %d came after %d".formatted(reader, seq, complete));
      goOnAbove(seq);
      return false;
    }
    if (seq <= complete || isSeen(seq)) {
      violations.add("%s: seq %d came twice".formatted(reader, seq));
      return false;
    }
    mark(seq);
    fill();
    return seq > complete;
  }

  private void checkHolesBelow(long seq, int outstanding) {
    int missing = 0;
    for (long below = complete + 1; below < seq; below++) {
      missing += isSeen(below) ? 0 : 1;
    }
    if (missing > outstanding) {
      violations.add(
          "%s: event %d came while %d before it are missing, %d of them at most its own"
              .formatted(reader, seq, missing, outstanding));
      goOnAbove(highest());
    }
  }

  /// Makes one gap one violation.
  private void goOnAbove(long seq) {
    complete = seq;
    aboveHole = 0;
    Arrays.fill(seen, 0);
  }

  private void mark(long seq) {
    if (seen.length == 0) {
      seen = new long[WINDOW / Long.SIZE];
    }
    seen[word(seq)] |= bit(seq);
    aboveHole++;
  }

  private void fill() {
    while (aboveHole > 0 && isSeen(complete + 1)) {
      complete++;
      seen[word(complete)] &= ~bit(complete);
      aboveHole--;
    }
  }

  private boolean isSeen(long seq) {
    return aboveHole > 0 && (seen[word(seq)] & bit(seq)) != 0;
  }

  private static int word(long seq) {
    return (int) (seq % WINDOW) / Long.SIZE;
  }

  private static long bit(long seq) {
    return 1L << seq;
  }
}
