package dev.parley.auth;

import dev.parley.contracts.ReplyTo;
import dev.parley.contracts.audit.AuditAction;
import dev.parley.contracts.delivery.Done;
import dev.parley.contracts.delivery.Refused;
import dev.parley.contracts.delivery.Reply;
import java.util.List;

/// What came of one request.
///
/// @param reply the answer
/// @param deeds what the audit trail tells of it, in order; often nothing
public record Outcome(Reply reply, List<Deed> deeds) {
  /// {@return an answer that tells no more than that it was done}
  ///
  /// @param replyTo who asked
  /// @param deeds what the audit trail tells of it
  public static Outcome done(ReplyTo replyTo, Deed... deeds) {
    return new Outcome(new Done(replyTo.request()), List.of(deeds));
  }

  /// {@return a refusal that the audit trail is not told of}
  ///
  /// @param replyTo who asked
  /// @param why the reason
  public static Outcome refused(ReplyTo replyTo, Refusal why) {
    return refused(replyTo, why, List.of());
  }

  /// {@return a refusal}
  ///
  /// @param replyTo who asked
  /// @param why the reason
  /// @param deeds what the audit trail tells of it
  public static Outcome refused(ReplyTo replyTo, Refusal why, List<Deed> deeds) {
    return new Outcome(
        new Refused(replyTo.request(), why.code(), why.message(), why.detail()), deeds);
  }

  /// {@return the actions of the deeds, in order}
  public List<AuditAction> actions() {
    return deeds.stream().map(Deed::action).toList();
  }
}
