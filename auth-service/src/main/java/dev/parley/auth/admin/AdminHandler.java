package dev.parley.auth.admin;

import dev.parley.auth.Arrival;
import dev.parley.auth.Deed;
import dev.parley.auth.Outcome;
import dev.parley.auth.password.PasswordConfig;
import dev.parley.contracts.audit.AuditAction;
import dev.parley.contracts.auth.AdminRequest;
import dev.parley.contracts.auth.AuthorizeAudit;
import dev.parley.contracts.auth.FetchPasswordPolicy;
import dev.parley.contracts.auth.ImportAccounts;
import dev.parley.contracts.auth.ListAccounts;
import dev.parley.contracts.auth.ResetPassword;
import dev.parley.contracts.auth.SetDisabled;
import dev.parley.contracts.auth.SetRole;
import dev.parley.contracts.delivery.PasswordPolicy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/// Leads the requests of administrators to who does them, if they are some.
@Singleton
public final class AdminHandler {
  private final AdminAuthority authority;
  private final Administration administration;
  private final AccountImport accountImport;
  private final PasswordConfig passwords;

  /// Uses the features.
  ///
  /// @param authority knows who is an administrator
  /// @param administration lists and changes accounts
  /// @param accountImport makes many accounts
  /// @param passwords what a password must be
  @Inject
  public AdminHandler(
      AdminAuthority authority,
      Administration administration,
      AccountImport accountImport,
      PasswordConfig passwords) {
    this.authority = authority;
    this.administration = administration;
    this.accountImport = accountImport;
    this.passwords = passwords;
  }

  /// Handles one request.
  ///
  /// @param request the request
  /// @param arrival where it stands in the log
  /// @return what came of it
  public Outcome handle(AdminRequest request, Arrival arrival) {
    return authority
        .refusal(request, arrival.at())
        .map(refusal -> Outcome.refused(request.replyTo(), refusal))
        .orElseGet(() -> permitted(request, arrival));
  }

  private Outcome permitted(AdminRequest request, Arrival arrival) {
    return switch (request) {
      case AuthorizeAudit r -> Outcome.done(r.replyTo(), new Deed(AuditAction.AUDIT_READ));
      case FetchPasswordPolicy r -> policy(r);
      case ListAccounts r -> administration.list(r);
      case SetDisabled r -> administration.setDisabled(r, arrival);
      case SetRole r -> administration.setRole(r, arrival);
      case ResetPassword r -> administration.resetPassword(r, arrival);
      case ImportAccounts r -> accountImport.handle(r, arrival);
    };
  }

  private Outcome policy(FetchPasswordPolicy request) {
    return new Outcome(
        new PasswordPolicy(
            request.replyTo().request(),
            passwords.minLength(),
            passwords.memoryKib(),
            passwords.iterations(),
            passwords.parallelism()),
        List.of());
  }
}
