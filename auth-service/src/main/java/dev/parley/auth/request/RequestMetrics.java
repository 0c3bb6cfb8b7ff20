package dev.parley.auth.request;

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
import dev.parley.contracts.auth.Register;
import dev.parley.contracts.auth.RemoveKey;
import dev.parley.contracts.auth.RequestDevice;
import dev.parley.contracts.auth.ResetPassword;
import dev.parley.contracts.auth.SetDisabled;
import dev.parley.contracts.auth.SetRole;
import dev.parley.contracts.delivery.Refused;
import dev.parley.contracts.delivery.Reply;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/// Counts requests by kind and outcome: `parley_auth_requests_total`.
@Singleton
public final class RequestMetrics {
  private final MeterRegistry meters;

  /// Counts.
  ///
  /// @param meters where
  @Inject
  public RequestMetrics(MeterRegistry meters) {
    this.meters = meters;
  }

  void count(AuthRecord request, Reply reply) {
    String outcome = reply instanceof Refused refused ? refused.code().wireName() : "done";
    meters.counter("parley.auth.requests", "kind", kind(request), "outcome", outcome).increment();
  }

  private static String kind(AuthRecord request) {
    return switch (request) {
      case Register _ -> "register";
      case Login _ -> "login";
      case ChangePassword _ -> "change_password";
      case CheckToken _ -> "check_token";
      case AddKey _ -> "add_key";
      case RemoveKey _ -> "remove_key";
      case ListKeys _ -> "list_keys";
      case CheckKey _ -> "check_key";
      case LoginWithKey _ -> "login_with_key";
      case LinkDevice _ -> "link_device";
      case RequestDevice _ -> "request_device";
      case FetchDevices _ -> "fetch_devices";
      case AuthorizeAudit _ -> "authorize_audit";
      case FetchPasswordPolicy _ -> "fetch_password_policy";
      case ImportAccounts _ -> "import_accounts";
      case ListAccounts _ -> "list_accounts";
      case ResetPassword _ -> "reset_password";
      case SetDisabled _ -> "set_disabled";
      case SetRole _ -> "set_role";
    };
  }
}
