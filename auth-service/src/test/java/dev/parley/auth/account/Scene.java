package dev.parley.auth.account;

import dev.parley.auth.Arrival;
import dev.parley.auth.Configs;
import dev.parley.auth.Outcome;
import dev.parley.auth.admin.AccountImport;
import dev.parley.auth.admin.AdminAuthority;
import dev.parley.auth.admin.AdminHandler;
import dev.parley.auth.admin.Administration;
import dev.parley.auth.device.DeviceHandler;
import dev.parley.auth.device.DeviceRules;
import dev.parley.auth.device.InMemoryDeviceStore;
import dev.parley.auth.key.KeyFolder;
import dev.parley.auth.lockout.InMemoryLockoutStore;
import dev.parley.auth.lockout.Lockout;
import dev.parley.auth.password.Hashings;
import dev.parley.auth.password.InMemoryNonceStore;
import dev.parley.auth.password.PasswordConfig;
import dev.parley.auth.password.PasswordHashing;
import dev.parley.auth.password.SealedPasswords;
import dev.parley.auth.password.Sealer;
import dev.parley.auth.password.SealingKey;
import dev.parley.auth.request.AuthRequests;
import dev.parley.auth.request.AuthService;
import dev.parley.auth.request.RequestMetrics;
import dev.parley.auth.sshkey.InMemorySshKeyStore;
import dev.parley.auth.sshkey.SshKeyHandler;
import dev.parley.auth.token.ConsoleTokens;
import dev.parley.auth.token.TokenKeys;
import dev.parley.auth.token.Tokens;
import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.auth.AuthRecord;
import dev.parley.contracts.consumer.TemporaryFaultException;
import dev.parley.contracts.delivery.Refused;
import dev.parley.password.PasswordRule;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The feature with its stores in memory: real seals, hashes and tokens, no database, no Kafka.
final class Scene {
  final InMemoryAccountStore accounts = new InMemoryAccountStore();
  final List<String> announced = new ArrayList<>();
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final TokenKeys tokenKeys;
  final Requests requests;
  final AuthService service;
  Instant now = Instant.parse("2026-11-20T12:00:00Z");

  private boolean kafkaIsAway;
  private long offset;

  Scene(Path folder) {
    this(folder, Hashings.cheap());
  }

  Scene(Path folder, PasswordHashing hashing) {
    this(folder, hashing, Map.of());
  }

  /// A service that was started with other settings.
  Scene(Path folder, Map<String, String> settings) {
    this(folder, Hashings.cheap(), settings);
  }

  private Scene(Path folder, PasswordHashing hashing, Map<String, String> settings) {
    SealingKey sealingKey = new SealingKey(new KeyFolder(folder));
    SealedPasswords seals =
        new SealedPasswords(sealingKey, new InMemoryNonceStore(), Duration.ofDays(7));
    Lockout lockout =
        new Lockout(new InMemoryLockoutStore(), 3, Duration.ofSeconds(60), Duration.ofHours(1));
    PasswordCheck check = new PasswordCheck(lockout, accounts);
    PasswordRule rule = new PasswordRule(8);
    tokenKeys = new TokenKeys(new KeyFolder(folder));
    requests = new Requests(Sealer.to(sealingKey), "gw1");
    LoginAdmission admission = new LoginAdmission(Tokens.issuer(folder));
    Announcer announcer = new Announcer(accounts, this::publish);
    service =
        new AuthService(
            new AuthRequests(
                new RegisterHandler(
                    seals,
                    rule,
                    hashing,
                    accounts,
                    announcer,
                    Configs.of(AccountConfig.class, settings)),
                new LoginHandler(seals, hashing, check, accounts, admission),
                new ChangePasswordHandler(seals, rule, hashing, check, accounts, announcer),
                new CheckTokenHandler(accounts),
                new SshKeyHandler(
                    new InMemorySshKeyStore(accounts::exists), accounts, admission, 3),
                new DeviceHandler(new InMemoryDeviceStore(accounts::exists), new DeviceRules(2, 5)),
                new AdminHandler(
                    new AdminAuthority(accounts, new ConsoleTokens(tokenKeys, "parley")),
                    new Administration(accounts, announcer, lockout),
                    new AccountImport(accounts, announcer),
                    Configs.of(PasswordConfig.class, Map.of()))),
            new RequestMetrics(meters));
  }

  void takeKafkaAway() {
    kafkaIsAway = true;
  }

  void bringKafkaBack() {
    kafkaIsAway = false;
  }

  private void publish(List<Account> told) {
    if (kafkaIsAway) {
      throw new TemporaryFaultException("away", new IllegalStateException());
    }
    told.forEach(account -> announced.add(account.handle() + " " + account.createdAt()));
  }

  /// Where the next record would stand.
  Arrival next() {
    return new Arrival(0, ++offset, now);
  }

  /// Handles a request as the next record of the log.
  Outcome ask(AuthRecord request) {
    return service.handle(request, next());
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  static ErrorCode code(Outcome outcome) {
    return refused(outcome).code();
  }

  static Refused refused(Outcome outcome) {
    if (outcome.reply() instanceof Refused refused) {
      return refused;
    }
    throw new AssertionError("not refused: " + outcome.reply());
  }
}
