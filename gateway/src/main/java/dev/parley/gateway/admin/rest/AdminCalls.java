package dev.parley.gateway.admin.rest;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.Handles;
import dev.parley.contracts.audit.AuditAction;
import dev.parley.contracts.auth.FetchPasswordPolicy;
import dev.parley.contracts.auth.ImportAccounts;
import dev.parley.contracts.auth.ImportedAccount;
import dev.parley.contracts.auth.ListAccounts;
import dev.parley.contracts.auth.ResetPassword;
import dev.parley.contracts.auth.Role;
import dev.parley.contracts.auth.SetDisabled;
import dev.parley.contracts.auth.SetRole;
import dev.parley.contracts.delivery.AccountList;
import dev.parley.contracts.delivery.AccountsImported;
import dev.parley.contracts.delivery.Done;
import dev.parley.contracts.delivery.PasswordPolicy;
import dev.parley.contracts.presence.FetchAudit;
import dev.parley.gateway.admin.AdminApi;
import dev.parley.gateway.admin.Administrator;
import dev.parley.gateway.exchange.RequestFailedException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/// What the calls ask for: parameters and bodies become records, answers go out as they are.
final class AdminCalls {
  private static final int DEFAULT_PAGE = 100;

  private AdminCalls() {}

  /// Body of a login.
  record Credentials(String user, String password) {
    @Override
    public String toString() {
      return "Credentials[]";
    }
  }

  /// Body of a change.
  record Disabling(boolean disabled) {}

  /// Body of a change.
  record NewRole(String role) {}

  /// Body of a change.
  record NewPassword(String hash) {
    @Override
    public String toString() {
      return "NewPassword[]";
    }
  }

  /// Body of an import.
  record Import(String id, boolean dryRun, List<ImportRow> accounts) {}

  /// One account of an import.
  record ImportRow(String account, String hash, String role) {
    @Override
    public String toString() {
      return "ImportRow[]";
    }
  }

  static CompletableFuture<?> policy(AdminApi api, Administrator by, HttpCall call) {
    return api.ask(
        by,
        PasswordPolicy.class,
        replyTo -> new FetchPasswordPolicy(by.account(), by.proof(), replyTo));
  }

  static CompletableFuture<?> accounts(AdminApi api, Administrator by, HttpCall call) {
    Role role = call.parameter("role").map(AdminCalls::role).orElse(null);
    boolean disabled = call.parameter("disabled").map(Boolean::parseBoolean).orElse(false);
    int limit = call.number("limit").orElse((long) DEFAULT_PAGE).intValue();
    String prefix = call.parameter("prefix").map(Handles::canonical).orElse("");
    String after = call.parameter("after").orElse("");
    return api.ask(
        by,
        AccountList.class,
        replyTo ->
            new ListAccounts(
                by.account(), by.proof(), prefix, role, disabled, after, limit, replyTo));
  }

  static CompletableFuture<?> setDisabled(AdminApi api, Administrator by, HttpCall call) {
    boolean disabled = call.body(Disabling.class).disabled();
    return api.ask(
        by,
        Done.class,
        replyTo ->
            new SetDisabled(
                by.account(), by.proof(), target(call), disabled, by.origin(), replyTo));
  }

  static CompletableFuture<?> setRole(AdminApi api, Administrator by, HttpCall call) {
    Role role = role(call.body(NewRole.class).role());
    return api.ask(
        by,
        Done.class,
        replyTo -> new SetRole(by.account(), by.proof(), target(call), role, by.origin(), replyTo));
  }

  static CompletableFuture<?> resetPassword(AdminApi api, Administrator by, HttpCall call) {
    String hash = call.body(NewPassword.class).hash();
    return api.ask(
        by,
        Done.class,
        replyTo ->
            new ResetPassword(by.account(), by.proof(), target(call), hash, by.origin(), replyTo));
  }

  static CompletableFuture<?> importAccounts(AdminApi api, Administrator by, HttpCall call) {
    Import sent = call.body(Import.class);
    if (sent.accounts().stream().anyMatch(java.util.Objects::isNull)) {
      throw new RequestFailedException(ErrorCode.BAD_COMMAND, "accounts holds a null");
    }
    List<ImportedAccount> accounts =
        sent.accounts().stream()
            .map(row -> new ImportedAccount(row.account(), row.hash(), role(row.role())))
            .toList();
    return api.ask(
        by,
        AccountsImported.class,
        replyTo ->
            new ImportAccounts(
                by.account(),
                by.proof(),
                sent.id(),
                accounts,
                sent.dryRun(),
                by.origin(),
                replyTo));
  }

  static CompletableFuture<?> audit(AdminApi api, Administrator by, HttpCall call) {
    int limit = call.number("limit").orElse((long) DEFAULT_PAGE).intValue();
    String action = call.parameter("action").map(AdminCalls::action).orElse(null);
    return api.readAudit(
        by,
        replyTo ->
            new FetchAudit(
                by.account(),
                call.parameter("account").map(Handles::canonical).orElse(null),
                action,
                call.number("from").orElse(null),
                call.number("to").orElse(null),
                limit,
                call.parameter("before").orElse(null),
                replyTo));
  }

  private static String target(HttpCall call) {
    String name = Handles.canonical(call.path("name"));
    if (!Handles.isHandle(name)) {
      throw new RequestFailedException(ErrorCode.NO_SUCH_USER, "nobody has this user name");
    }
    return name;
  }

  /// A misspelt one would find nothing, which looks as if nothing had happened.
  private static String action(String name) {
    String action = name.toLowerCase(Locale.ROOT);
    if (!AuditAction.wireNames().contains(action)) {
      throw new RequestFailedException(
          ErrorCode.BAD_COMMAND,
          "there is no such action; there are " + String.join(", ", AuditAction.wireNames()));
    }
    return action;
  }

  private static Role role(String name) {
    return Arrays.stream(Role.values())
        .filter(role -> role.wireName().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new RequestFailedException(
                ErrorCode.BAD_COMMAND, "a role is member, moderator or admin"));
  }
}
