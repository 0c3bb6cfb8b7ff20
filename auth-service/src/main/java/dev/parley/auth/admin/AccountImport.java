package dev.parley.auth.admin;

import dev.parley.auth.Arrival;
import dev.parley.auth.Deed;
import dev.parley.auth.Outcome;
import dev.parley.auth.Refusal;
import dev.parley.auth.account.Account;
import dev.parley.auth.account.AccountStore;
import dev.parley.auth.account.Announcer;
import dev.parley.auth.account.NameRule;
import dev.parley.contracts.audit.AuditAction;
import dev.parley.contracts.auth.ImportAccounts;
import dev.parley.contracts.auth.ImportedAccount;
import dev.parley.contracts.delivery.AccountsImported;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Makes many accounts, all or none.
///
/// The tool that sends them has checked each of them; what is checked here again is what a foreign
/// tool could get wrong. The same import again finds the accounts made by itself.
@Singleton
public final class AccountImport {
  private static final int MAX_ACCOUNTS = 5_000;
  private static final int MAX_ID_LENGTH = 64;

  private final AccountStore accounts;
  private final Announcer announcer;

  /// Uses the stores.
  ///
  /// @param accounts the accounts
  /// @param announcer tells of them
  @Inject
  public AccountImport(AccountStore accounts, Announcer announcer) {
    this.accounts = accounts;
    this.announcer = announcer;
  }

  Outcome handle(ImportAccounts request, Arrival arrival) {
    Optional<String> breach = breach(request);
    if (breach.isPresent()) {
      return Outcome.refused(request.replyTo(), Refusal.badRequest(breach.get()));
    }
    List<Account> wanted =
        request.accounts().stream().map(each -> account(each, request.id(), arrival)).toList();
    return request.dryRun()
        ? answer(request, 0, accounts.taken(wanted), List.of())
        : add(request, wanted);
  }

  private static Account account(ImportedAccount wanted, String id, Arrival arrival) {
    return new Account(
        wanted.account(), wanted.hash(), "import/" + id, arrival.at(), wanted.role(), false, null);
  }

  private Outcome add(ImportAccounts request, List<Account> wanted) {
    List<String> taken = accounts.addAll(wanted);
    if (!taken.isEmpty()) {
      return answer(request, 0, taken, List.of());
    }
    announcer.announce(wanted);
    List<Deed> deeds =
        wanted.stream()
            .map(account -> new Deed(AuditAction.ACCOUNT_IMPORTED, account.handle()))
            .toList();
    return answer(request, wanted.size(), taken, deeds);
  }

  private static Outcome answer(
      ImportAccounts request, int imported, List<String> taken, List<Deed> deeds) {
    return new Outcome(new AccountsImported(request.replyTo().request(), imported, taken), deeds);
  }

  private static Optional<String> breach(ImportAccounts request) {
    if (request.accounts().isEmpty() || request.accounts().size() > MAX_ACCOUNTS) {
      return Optional.of("an import has 1 to %d accounts".formatted(MAX_ACCOUNTS));
    }
    if (request.id().isEmpty() || request.id().length() > MAX_ID_LENGTH) {
      return Optional.of("the id of an import has 1 to %d characters".formatted(MAX_ID_LENGTH));
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < request.accounts().size(); i++) {
      ImportedAccount wanted = request.accounts().get(i);
      Optional<String> breach = breach(wanted, seen.add(wanted.account()));
      if (breach.isPresent()) {
        return Optional.of("account %d of the import: %s".formatted(i + 1, breach.get()));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> breach(ImportedAccount wanted, boolean first) {
    if (!first) {
      return Optional.of("its user name is there twice");
    }
    return NameRule.breach(wanted.account())
        .map(Refusal::message)
        .or(() -> Hashes.breach(wanted.hash()));
  }
}
