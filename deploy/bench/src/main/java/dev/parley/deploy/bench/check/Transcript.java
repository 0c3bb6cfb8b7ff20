package dev.parley.deploy.bench.check;

/// What the newest seqs of one conversation carry, as the first that saw it has it: its author by
/// the acknowledgement, or a reader by the event. All others must see the same message under the
/// same seq. With gapless seqs this is one order for everybody.
///
/// A reader further behind than the remembered seqs is not compared. For one thread.
public final class Transcript {

  private final long[] seqs;
  private final long[] identities;

  /// Starts empty.
  ///
  /// @param length how many seqs are remembered, a power of two
  public Transcript(int length) {
    if (Integer.bitCount(length) != 1) {
      throw new IllegalArgumentException("length must be a power of two, got " + length);
    }
    this.seqs = new long[length];
    this.identities = new long[length];
  }

  /// Notes what a seq carries, or compares.
  ///
  /// @param seq position in the conversation, from 1
  /// @param identity what tells the message from all others
  /// @return false if another message was seen there
  public boolean agrees(long seq, long identity) {
    int at = (int) (seq & (seqs.length - 1));
    if (seqs[at] == seq) {
      return identities[at] == identity;
    }
    if (seqs[at] < seq) {
      seqs[at] = seq;
      identities[at] = identity;
    }
    return true;
  }
}
