package dev.parley.auth.account;

import dev.parley.auth.Refusal;
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
public record Outcome(Reply reply, List<AuditAction> deeds) {
  static Outcome done(ReplyTo replyTo, AuditAction... deeds) {
    return new Outcome(new Done(replyTo.request()), List.of(deeds));
  }

  static Outcome refused(ReplyTo replyTo, Refusal why) {
    return refused(replyTo, why, List.of());
  }

  static Outcome refused(ReplyTo replyTo, Refusal why, List<AuditAction> deeds) {
    return new Outcome(
        new Refused(replyTo.request(), why.code(), why.message(), why.detail()), deeds);
  }
}
