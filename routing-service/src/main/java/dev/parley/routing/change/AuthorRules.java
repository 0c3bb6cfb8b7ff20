package dev.parley.routing.change;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.audit.AuditAction;
import dev.parley.contracts.audit.AuditEvent;
import dev.parley.contracts.conversation.MessageChange;
import dev.parley.routing.conversation.ConversationConfig;
import dev.parley.routing.conversation.MessageDraft;
import dev.parley.routing.conversation.Refusal;
import dev.parley.routing.conversation.Step;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/// Edits and deletions are the author's alone, and only for a while.
@Singleton
public final class AuthorRules {
  private final long windowMillis;

  /// Prepares the rules.
  ///
  /// @param config for how long
  public AuthorRules(ConversationConfig config) {
    this.windowMillis = config.changeWindow().toMillis();
  }

  /// Judges by the timestamps of the two records, so that the same log gives the same again.
  @Nullable Refusal check(MessageChange change, MessageDraft message, Step step) {
    if (!message.author().equals(change.by())) {
      return new Refusal(ErrorCode.NOT_AUTHOR, "message " + message.seq() + " is not yours");
    }
    return step.cause().at() - message.at() > windowMillis
        ? new Refusal(
            ErrorCode.TOO_LATE, "a message can be changed for %d s".formatted(windowMillis / 1_000))
        : null;
  }

  /// Tells the audit which message it was, and nothing of what it said.
  static void audit(AuditAction action, MessageChange change, Step step) {
    step.audit(
        new AuditEvent(
            step.cause().offset(),
            0,
            step.cause().at(),
            action,
            change.by(),
            change.conversation(),
            null,
            change.target(),
            null,
            null,
            null));
  }
}
