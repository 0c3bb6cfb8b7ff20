package dev.parley.auth.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.contracts.consumer.TemporaryFaultException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnnouncerTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  private final InMemoryAccountStore accounts = new InMemoryAccountStore();
  private final List<String> published = new ArrayList<>();
  private final Announcer announcer =
      new Announcer(accounts, told -> told.forEach(account -> published.add(account.handle())));

  private void add(String handle, Instant createdAt) {
    accounts.addIfFree(new Account(handle, "hash", "nonce", createdAt));
  }

  @Test
  void announcesWhatWasLeftOverOnce() {
    // Given
    add("alice", NOON);
    add("bob", NOON.plusSeconds(1));

    // When
    announcer.sweep(NOON.plusSeconds(60));
    announcer.sweep(NOON.plusSeconds(60));

    // Then
    assertThat(published).containsExactly("alice", "bob");
  }

  @Test
  void leavesAFreshAccountToWhoRegistersIt() {
    // Given
    add("alice", NOON);

    // When
    announcer.sweep(NOON.plusSeconds(30));

    // Then
    assertThat(published).isEmpty();
  }

  @Test
  void announcesEverythingBeforeTheServiceAnswers() {
    // Given
    for (int i = 0; i < 501; i++) {
      add("person" + i, NOON);
    }

    // When
    int count = announcer.catchUp(NOON);

    // Then
    assertThat(count).isEqualTo(501);
    assertThat(published).hasSize(501).doesNotHaveDuplicates();
    assertThat(announcer.catchUp(NOON)).isZero();
  }

  @Test
  void triesAgainWhatCouldNotBeAnnounced() {
    // Given
    add("alice", NOON);
    Announcer cut =
        new Announcer(
            accounts,
            _ -> {
              throw new TemporaryFaultException("away", new IllegalStateException());
            });
    assertThatThrownBy(() -> cut.sweep(NOON.plusSeconds(60)))
        .isInstanceOf(TemporaryFaultException.class);

    // When
    announcer.sweep(NOON.plusSeconds(60));

    // Then
    assertThat(published).containsExactly("alice");
  }
}
