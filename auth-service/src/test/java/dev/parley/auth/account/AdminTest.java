package dev.parley.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.auth.Arrival;
import dev.parley.auth.Deed;
import dev.parley.auth.Outcome;
import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.audit.AuditAction;
import dev.parley.contracts.auth.AdminProof;
import dev.parley.contracts.auth.ImportAccounts;
import dev.parley.contracts.auth.ImportedAccount;
import dev.parley.contracts.auth.ListAccounts;
import dev.parley.contracts.auth.ResetPassword;
import dev.parley.contracts.auth.Role;
import dev.parley.contracts.auth.SetDisabled;
import dev.parley.contracts.auth.SetRole;
import dev.parley.contracts.delivery.AccountList;
import dev.parley.contracts.delivery.AccountSummary;
import dev.parley.contracts.delivery.AccountsImported;
import dev.parley.contracts.delivery.Done;
import dev.parley.contracts.delivery.LoggedIn;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdminTest {
  private static final String PASSWORD = "wonderland 1";

  @TempDir Path folder;
  private Scene scene;
  private String hash = "";

  @BeforeEach
  void registerPeople() {
    scene = new Scene(folder);
    for (String handle : List.of("alice", "bob", "carol")) {
      scene.ask(scene.requests.register(handle, PASSWORD));
    }
    scene.accounts.setRole("alice", Role.ADMIN, change());
    hash = scene.accounts.find("alice").orElseThrow().passwordHash();
    scene.announced.clear();
    scene.pass(Duration.ofSeconds(5));
  }

  private AccountChange change() {
    return new AccountChange(scene.now, AccountChange.ROLE_CHANGED, null);
  }

  private AdminProof fresh() {
    return new AdminProof(scene.now.getEpochSecond(), null);
  }

  private SetDisabled disable(String by, String target) {
    return new SetDisabled(by, fresh(), target, true, Requests.ORIGIN, scene.requests.replyTo());
  }

  private ImportAccounts accountImport(String id, boolean dryRun, ImportedAccount... accounts) {
    return new ImportAccounts(
        "alice", fresh(), id, List.of(accounts), dryRun, Requests.ORIGIN, scene.requests.replyTo());
  }

  private ImportedAccount imported(String handle) {
    return new ImportedAccount(handle, hash, Role.MEMBER);
  }

  @Test
  void closesAnAccountAndEndsItsTokens() {
    // Given
    long issuedAt = scene.now.getEpochSecond();

    // When
    Outcome outcome = scene.ask(disable("alice", "bob"));

    // Then
    assertThat(outcome.reply()).isInstanceOf(Done.class);
    assertThat(outcome.deeds()).containsExactly(new Deed(AuditAction.ACCOUNT_DISABLED, "bob"));
    assertThat(Scene.code(scene.ask(scene.requests.login("bob", PASSWORD))))
        .isEqualTo(ErrorCode.DISABLED);
    assertThat(Scene.code(scene.ask(scene.requests.login("bob", "wrong"))))
        .isEqualTo(ErrorCode.BAD_CREDENTIALS);
    assertThat(Scene.code(scene.ask(scene.requests.checkToken("bob", issuedAt + 100))))
        .isEqualTo(ErrorCode.BAD_CREDENTIALS);
    assertThat(scene.announced).hasSize(1);
  }

  @Test
  void answersARepeatedRecordAsBefore() {
    // Given
    SetDisabled request = disable("alice", "bob");
    Arrival arrival = scene.next();
    Outcome first = scene.service.handle(request, arrival);

    // When
    Outcome second = scene.service.handle(request, arrival);

    // Then
    assertThat(second).isEqualTo(first);
  }

  @Test
  void changesNothingThatIsSoAlready() {
    // Given
    scene.ask(disable("alice", "bob"));
    scene.pass(Duration.ofSeconds(1));

    // When
    Outcome again = scene.ask(disable("alice", "bob"));

    // Then
    assertThat(again.reply()).isInstanceOf(Done.class);
    assertThat(again.deeds()).isEmpty();
  }

  @Test
  void isNotForThoseWhoAreNoAdministrators() {
    assertThat(Scene.code(scene.ask(disable("bob", "carol")))).isEqualTo(ErrorCode.NOT_ALLOWED);
  }

  @Test
  void isNotForAnAdministratorOfBefore() {
    // Given
    AdminProof proof = fresh();
    scene.pass(Duration.ofSeconds(5));
    scene.accounts.setRole("alice", Role.ADMIN, change());

    // When
    Outcome outcome =
        scene.ask(
            new SetRole(
                "alice", proof, "bob", Role.ADMIN, Requests.ORIGIN, scene.requests.replyTo()));

    // Then
    assertThat(Scene.code(outcome)).isEqualTo(ErrorCode.BAD_CREDENTIALS);
  }

  @Test
  void isNotForWhoOnlySaysToBeTheConsole() {
    // Given
    AdminProof proof = new AdminProof(0, "eyJhbGciOiJub25lIn0.e30.");

    // When
    Outcome outcome =
        scene.ask(
            new SetDisabled(
                "console", proof, "bob", true, Requests.ORIGIN, scene.requests.replyTo()));

    // Then
    assertThat(Scene.code(outcome)).isEqualTo(ErrorCode.BAD_CREDENTIALS);
  }

  @Test
  void letsNobodyShutTheDoorBehindThemselves() {
    assertThat(Scene.code(scene.ask(disable("alice", "alice")))).isEqualTo(ErrorCode.NOT_ALLOWED);
  }

  @Test
  void namesWhoIsNotThere() {
    assertThat(Scene.code(scene.ask(disable("alice", "nobody")))).isEqualTo(ErrorCode.NO_SUCH_USER);
  }

  @Test
  void givesARoleThatTheNextLoginCarries() {
    // When
    Outcome outcome =
        scene.ask(
            new SetRole(
                "alice",
                fresh(),
                "bob",
                Role.MODERATOR,
                Requests.ORIGIN,
                scene.requests.replyTo()));

    // Then
    assertThat(outcome.deeds()).containsExactly(new Deed(AuditAction.ROLE_CHANGED, "bob"));
    assertThat(scene.ask(scene.requests.login("bob", PASSWORD)).reply())
        .isInstanceOfSatisfying(
            LoggedIn.class, login -> assertThat(login.role()).isEqualTo(Role.MODERATOR));
  }

  @Test
  void replacesAPassword() {
    // When
    Outcome outcome =
        scene.ask(
            new ResetPassword(
                "alice",
                fresh(),
                "bob",
                "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
                Requests.ORIGIN,
                scene.requests.replyTo()));

    // Then
    assertThat(outcome.reply()).isInstanceOf(Done.class);
    assertThat(scene.ask(scene.requests.login("bob", "password")).reply())
        .isInstanceOf(LoggedIn.class);
  }

  @Test
  void listsAPageByHandle() {
    // When
    AccountList page =
        (AccountList)
            scene
                .ask(
                    new ListAccounts(
                        "alice", fresh(), "", null, false, "", 2, scene.requests.replyTo()))
                .reply();

    // Then
    assertThat(page.accounts()).extracting(AccountSummary::account).containsExactly("alice", "bob");
    assertThat(page.next()).isEqualTo("bob");
  }

  @Test
  void importsAllAndTellsOfEach() {
    // When
    Outcome outcome = scene.ask(accountImport("i", false, imported("dave"), imported("erin")));

    // Then
    assertThat(outcome.reply())
        .isInstanceOfSatisfying(
            AccountsImported.class, done -> assertThat(done.imported()).isEqualTo(2));
    assertThat(outcome.deeds())
        .containsExactly(
            new Deed(AuditAction.ACCOUNT_IMPORTED, "dave"),
            new Deed(AuditAction.ACCOUNT_IMPORTED, "erin"));
    assertThat(scene.announced).hasSize(2);
    assertThat(scene.ask(scene.requests.login("dave", PASSWORD)).reply())
        .isInstanceOf(LoggedIn.class);
  }

  @Test
  void importsNothingIfOneNameIsTaken() {
    // When
    Outcome outcome = scene.ask(accountImport("i", false, imported("dave"), imported("bob")));

    // Then
    assertThat(outcome.reply())
        .isInstanceOfSatisfying(
            AccountsImported.class, done -> assertThat(done.taken()).containsExactly("bob"));
    assertThat(outcome.deeds()).isEmpty();
    assertThat(scene.accounts.find("dave")).isEmpty();
  }

  @Test
  void findsTheAccountsOfTheSameImportMade() {
    // Given
    scene.ask(accountImport("i", false, imported("dave")));

    // When
    Outcome again = scene.ask(accountImport("i", false, imported("dave")));
    Outcome other = scene.ask(accountImport("j", false, imported("dave")));

    // Then
    assertThat(((AccountsImported) again.reply()).imported()).isEqualTo(1);
    assertThat(((AccountsImported) other.reply()).taken()).containsExactly("dave");
  }

  @Test
  void onlyLooksInADryRun() {
    // When
    Outcome outcome = scene.ask(accountImport("i", true, imported("dave"), imported("bob")));

    // Then
    assertThat(((AccountsImported) outcome.reply()).taken()).containsExactly("bob");
    assertThat(scene.accounts.find("dave")).isEmpty();
  }

  @Test
  void takesNoImportThatItCannotKeep() {
    // When
    Outcome badHash =
        scene.ask(accountImport("i", false, new ImportedAccount("dave", "no hash", Role.MEMBER)));
    Outcome badName = scene.ask(accountImport("i", false, imported("Dave!")));
    Outcome twice = scene.ask(accountImport("i", false, imported("dave"), imported("dave")));

    // Then
    assertThat(List.of(badHash, badName, twice))
        .extracting(Scene::code)
        .containsOnly(ErrorCode.BAD_COMMAND);
    assertThat(scene.accounts.find("dave")).isEmpty();
  }
}
