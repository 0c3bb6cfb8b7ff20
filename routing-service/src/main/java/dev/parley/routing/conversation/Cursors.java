package dev.parley.routing.conversation;

/// How far a member has come; only ever forward.
///
/// @param given highest seq that the member has shown to have received
/// @param read highest seq that the member has seen
public record Cursors(long given, long read) {

  /// {@return the higher of both, each for itself}
  ///
  /// @param other other cursors of the same member
  public Cursors max(Cursors other) {
    return new Cursors(Math.max(given, other.given), Math.max(read, other.read));
  }
}
