package dev.parley.presence.kafka;

import dev.parley.contracts.consumer.Received;
import dev.parley.contracts.presence.CloseSession;
import dev.parley.contracts.presence.EndSessions;
import dev.parley.contracts.presence.FetchAudit;
import dev.parley.contracts.presence.GatewayStopped;
import dev.parley.contracts.presence.Heartbeat;
import dev.parley.contracts.presence.OpenSession;
import dev.parley.contracts.presence.Ping;
import dev.parley.contracts.presence.PresenceRecord;
import dev.parley.contracts.presence.Pulse;
import dev.parley.contracts.presence.ResumeSession;
import dev.parley.contracts.presence.SetAway;
import dev.parley.contracts.presence.WhoElse;
import dev.parley.contracts.presence.WhoLastHour;
import dev.parley.presence.effect.Cause;
import dev.parley.presence.heartbeat.Sign;
import dev.parley.presence.query.Questions;
import dev.parley.presence.session.Change;
import dev.parley.presence.session.SessionEnd;
import java.util.ArrayList;
import java.util.List;

/// The records of a poll, checked and sorted by the feature that they are for.
final class PresenceBatch {

  private final List<Change> changes = new ArrayList<>();
  private final List<Sign> signs = new ArrayList<>();
  private final List<SetAway> aways = new ArrayList<>();
  private final List<FetchAudit> audits = new ArrayList<>();
  private final Questions questions = new Questions();

  /// Sorts records.
  ///
  /// @throws IllegalArgumentException if one of them is not as its type says
  static PresenceBatch of(List<Received<PresenceRecord>> records) {
    PresenceBatch batch = new PresenceBatch();
    records.forEach(batch::add);
    return batch;
  }

  /// {@return what is to be changed, in order}
  List<Change> changes() {
    return changes;
  }

  /// {@return beats and pulses, in order}
  List<Sign> signs() {
    return signs;
  }

  /// {@return who is away and who is not, in order}
  List<SetAway> aways() {
    return aways;
  }

  /// {@return what administrators ask of the audit trail, in order}
  List<FetchAudit> audits() {
    return audits;
  }

  Questions questions() {
    return questions;
  }

  private void add(Received<PresenceRecord> received) {
    Cause cause = new Cause(received.source().partition(), received.offset(), received.at());
    switch (received.record()) {
      case OpenSession request -> {
        RecordChecks.check(request);
        signs.add(new Sign.Beat(request.gateway(), cause));
        changes.add(new Change.Opening(request, cause));
      }
      case ResumeSession request -> {
        RecordChecks.check(request);
        signs.add(new Sign.Beat(request.gateway(), cause));
        changes.add(new Change.Resuming(request, cause));
      }
      case CloseSession request -> {
        RecordChecks.check(request);
        changes.add(new Change.Closing(request, cause));
      }
      case SetAway request -> {
        RecordChecks.handle(request.account());
        RecordChecks.gateway(request.gateway());
        aways.add(request);
      }
      case Heartbeat(String gateway) ->
          signs.add(new Sign.Beat(RecordChecks.gateway(gateway), cause));
      case GatewayStopped(String gateway) ->
          changes.add(
              new Change.GatewayEnding(
                  RecordChecks.gateway(gateway), SessionEnd.GATEWAY_STOPPED, cause));
      case Pulse _ -> signs.add(new Sign.Tick(cause));
      case WhoElse request -> {
        RecordChecks.question(request.account(), request.replyTo());
        questions.add(request);
      }
      case WhoLastHour request -> {
        RecordChecks.question(request.account(), request.replyTo());
        questions.add(request, received.at());
      }
      case EndSessions request -> {
        RecordChecks.check(request);
        changes.add(new Change.AccountEnding(request, cause));
      }
      case FetchAudit request -> {
        RecordChecks.check(request);
        audits.add(request);
      }
      case Ping request -> {
        RecordChecks.question(request.account(), request.replyTo());
        RecordChecks.handle(request.target());
        questions.add(request);
      }
    }
  }
}
