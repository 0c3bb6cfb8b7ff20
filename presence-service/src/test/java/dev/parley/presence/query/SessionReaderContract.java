package dev.parley.presence.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.delivery.OnlineAccount;
import dev.parley.contracts.delivery.RecentAccount;
import dev.parley.presence.session.Session;
import dev.parley.presence.session.SessionEnd;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What every [SessionReader] does. Handles are new in each test, so that a store may hold what
/// other tests left.
public abstract class SessionReaderContract {

  private static final int MANY = 100_000;
  private static final long NOON = 1_700_000_000_123L;

  private final String suffix = UUID.randomUUID().toString().substring(0, 8);
  private final String alice = "alice" + suffix;
  private final String bob = "bob" + suffix;

  /// Made by the subclass.
  protected SessionReaderContract() {}

  /// {@return the reader under test}
  protected abstract SessionReader reader();

  /// Puts sessions where the reader reads, which is not this port's business.
  ///
  /// @param sessions new ones
  protected abstract void insert(List<Session> sessions);

  @Test
  void listsOpenSessionsByHandleAndTheOldestFirst() {
    // Given
    insert(
        List.of(
            session(bob, NOON, null),
            session(alice, NOON + 7, null),
            session(alice, NOON, null),
            session(bob, NOON, end(NOON + 1))));

    // When
    List<OnlineAccount> open = reader().open(MANY);

    // Then
    assertThat(open)
        .filteredOn(row -> Set.of(alice, bob).contains(row.account()))
        .containsExactly(
            new OnlineAccount(alice, "tls", NOON, false),
            new OnlineAccount(alice, "tls", NOON + 7, false),
            new OnlineAccount(bob, "tls", NOON, false));
  }

  @Test
  void listsNoMoreThanTheLimit() {
    // Given
    insert(List.of(session(alice, NOON, null), session(bob, NOON, null)));

    // When
    List<OnlineAccount> open = reader().open(1);

    // Then
    assertThat(open).hasSize(1);
    assertThat(reader().recent(NOON, 1)).hasSize(1);
  }

  @Test
  void joinsTheRecentSessionsOfAnAccount() {
    // Given
    insert(
        List.of(
            session(alice, NOON, end(NOON + 10)),
            session(alice, NOON + 20, null),
            session(bob, NOON, end(NOON + 10)),
            session(bob, NOON + 1, end(NOON + 5))));

    // When
    List<RecentSessions> recent = reader().recent(NOON + 2, MANY);

    // Then
    assertThat(recent)
        .filteredOn(row -> Set.of(alice, bob).contains(row.account().account()))
        .containsExactly(
            new RecentSessions(new RecentAccount(alice, NOON + 20, true), NOON + 10),
            new RecentSessions(new RecentAccount(bob, NOON + 1, false), NOON + 10));
  }

  @Test
  void leavesOutWhatEndedBefore() {
    // Given
    insert(List.of(session(alice, NOON, end(NOON + 10))));

    // When
    List<RecentSessions> recent = reader().recent(NOON + 11, MANY);

    // Then
    assertThat(recent).extracting(row -> row.account().account()).doesNotContain(alice);
  }

  @Test
  void tellsWhoIsHereAndWhoWasHereWhen() {
    // Given
    insert(List.of(session(alice, NOON, null), session(bob, NOON, end(NOON + 10))));

    // When
    List<Sighting> seen = reader().sightings(Set.of(alice, bob, "nobody" + suffix));

    // Then
    assertThat(seen)
        .containsExactlyInAnyOrder(
            new Sighting(alice, 1, 0, 0), new Sighting(bob, 0, 0, NOON + 10));
  }

  private static Session session(String account, long openedAt, @Nullable SessionEnd end) {
    return new Session(
        UUID.randomUUID().toString(), account, "g1", "tls", "192.0.2.7", null, openedAt, end);
  }

  private static SessionEnd end(long at) {
    return new SessionEnd(at, "logout");
  }
}
