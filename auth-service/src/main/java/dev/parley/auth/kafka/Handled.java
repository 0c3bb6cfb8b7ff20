package dev.parley.auth.kafka;

import dev.parley.auth.Deed;
import dev.parley.auth.Outcome;
import dev.parley.contracts.audit.AuditEvent;
import dev.parley.contracts.auth.AddKey;
import dev.parley.contracts.auth.AuthRecord;
import dev.parley.contracts.auth.AuthorizeAudit;
import dev.parley.contracts.auth.ChangePassword;
import dev.parley.contracts.auth.CheckKey;
import dev.parley.contracts.auth.CheckToken;
import dev.parley.contracts.auth.FetchDevices;
import dev.parley.contracts.auth.FetchPasswordPolicy;
import dev.parley.contracts.auth.ImportAccounts;
import dev.parley.contracts.auth.LinkDevice;
import dev.parley.contracts.auth.ListAccounts;
import dev.parley.contracts.auth.ListKeys;
import dev.parley.contracts.auth.Login;
import dev.parley.contracts.auth.LoginWithKey;
import dev.parley.contracts.auth.Origin;
import dev.parley.contracts.auth.Register;
import dev.parley.contracts.auth.RemoveKey;
import dev.parley.contracts.auth.RequestDevice;
import dev.parley.contracts.auth.ResetPassword;
import dev.parley.contracts.auth.SetDisabled;
import dev.parley.contracts.auth.SetRole;
import dev.parley.contracts.consumer.Received;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A request and what came of it.
///
/// @param received the request, and where it stood in the log
/// @param outcome what came of it
record Handled(Received<AuthRecord> received, Outcome outcome) {
  /// {@return what the audit trail keeps of it}
  Stream<AuditEvent> events() {
    List<Deed> deeds = outcome.deeds();
    return IntStream.range(0, deeds.size()).mapToObj(item -> event(item, deeds.get(item)));
  }

  private AuditEvent event(int item, Deed deed) {
    AuthRecord request = received.record();
    Origin origin = origin(request);
    return new AuditEvent(
        received.offset(),
        item,
        received.at(),
        deed.action(),
        request.account(),
        null,
        deed.subject(),
        null,
        null,
        origin == null ? null : origin.door(),
        origin == null ? null : origin.address());
  }

  private static @Nullable Origin origin(AuthRecord request) {
    return switch (request) {
      case Register r -> r.origin();
      case Login r -> r.origin();
      case ChangePassword r -> r.origin();
      case AddKey r -> r.origin();
      case RemoveKey r -> r.origin();
      case LoginWithKey r -> r.origin();
      case LinkDevice r -> r.origin();
      case RequestDevice r -> r.origin();
      case AuthorizeAudit r -> r.origin();
      case ImportAccounts r -> r.origin();
      case ResetPassword r -> r.origin();
      case SetDisabled r -> r.origin();
      case SetRole r -> r.origin();
      case CheckToken _, ListKeys _, CheckKey _, FetchPasswordPolicy _, ListAccounts _ -> null;
      case FetchDevices _ -> null;
    };
  }
}
