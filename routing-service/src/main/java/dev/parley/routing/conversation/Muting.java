package dev.parley.routing.conversation;

import dev.parley.contracts.ErrorCode;
import org.jspecify.annotations.Nullable;

/// Whether a member may write in a group. Judged by the record's time alone, so that the same log
/// gives the same again.
public final class Muting {
  private Muting() {}

  /// {@return why the account may not write there, or `null` if it is not muted}
  ///
  /// @param account handle of who writes
  /// @param draft the conversation
  /// @param step what is known
  public static @Nullable Refusal check(String account, Draft draft, Step step) {
    Long end = draft.mutes().end(account, step.cause().at());
    if (end == null) {
      return null;
    }
    if (end == Mutes.NEVER) {
      return new Refusal(
          ErrorCode.MUTED,
          "you are muted in %s until a moderator unmutes you".formatted(draft.name()));
    }
    long seconds = Math.ceilDiv(end - step.cause().at(), 1_000);
    return new Refusal(
        ErrorCode.MUTED,
        "you are muted in %s for %d s more".formatted(draft.name(), seconds),
        seconds);
  }
}
