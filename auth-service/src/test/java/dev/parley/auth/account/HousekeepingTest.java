package dev.parley.auth.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.auth.Arrival;
import dev.parley.auth.key.KeyFolder;
import dev.parley.auth.lockout.Admission;
import dev.parley.auth.lockout.InMemoryLockoutStore;
import dev.parley.auth.lockout.Lockout;
import dev.parley.auth.password.InMemoryNonceStore;
import dev.parley.auth.password.NonceStore;
import dev.parley.auth.password.SealedPasswords;
import dev.parley.auth.password.SealingKey;
import dev.parley.contracts.consumer.TemporaryFaultException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HousekeepingTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final Instant LONG_AGO = NOON.minus(Duration.ofDays(30));

  private final InMemoryAccountStore accounts = new InMemoryAccountStore();
  private final NonceStore nonces = new InMemoryNonceStore();
  private final Lockout lockout =
      new Lockout(new InMemoryLockoutStore(), 2, Duration.ofSeconds(60), Duration.ofHours(1));
  private final List<String> announced = new CopyOnWriteArrayList<>();
  private Housekeeping housekeeping =
      start(told -> told.forEach(account -> announced.add(account.handle())));

  private Housekeeping start(AccountPublisher publisher) {
    return new Housekeeping(
        new Announcer(accounts, publisher),
        new SealedPasswords(
            new SealingKey(new KeyFolder(Path.of("target/test-keys"))), nonces, Duration.ofDays(7)),
        lockout,
        () -> NOON);
  }

  @AfterEach
  void stop() {
    housekeeping.onStop(new ShutdownEvent());
  }

  @Test
  void announcesAndForgetsSoonAfterTheStart() {
    // Given
    accounts.addIfFree(new Account("alice", "hash", "nonce", LONG_AGO));
    nonces.take("nonce", new Arrival(0, 1, LONG_AGO));
    lockout.admit("alice", "attempt", LONG_AGO);

    // When
    housekeeping.onStart(new StartupEvent());

    // Then
    await().untilAsserted(() -> assertThat(announced).containsExactly("alice"));
    await().untilAsserted(() -> assertThat(nonces.take("nonce", new Arrival(0, 2, NOON))).isTrue());
    assertThat(lockout.admit("alice", "another", NOON)).isEqualTo(new Admission.Admitted(false));
  }

  @Test
  void goesOnWithTheRestIfOneTaskFails() {
    // Given
    housekeeping =
        start(_ -> {
          throw new TemporaryFaultException("away", new IllegalStateException());
        });
    accounts.addIfFree(new Account("alice", "hash", "nonce", LONG_AGO));
    nonces.take("nonce", new Arrival(0, 1, LONG_AGO));

    // When
    housekeeping.onStart(new StartupEvent());

    // Then
    await().untilAsserted(() -> assertThat(nonces.take("nonce", new Arrival(0, 2, NOON))).isTrue());
  }
}
