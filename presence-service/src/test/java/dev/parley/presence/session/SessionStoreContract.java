package dev.parley.presence.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.presence.SetAway;
import dev.parley.presence.effect.Cause;
import dev.parley.presence.session.Change.GatewayEnding;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What every [SessionStore] does. Handles and ids are new in each test, so that a store may hold
/// what other tests left.
public abstract class SessionStoreContract {

  private static final long OPENED = 1_700_000_000_123L;
  private static final long CLOSED = OPENED + 60_007;

  private final String suffix = UUID.randomUUID().toString().substring(0, 8);
  private final String alice = "alice" + suffix;
  private final String bob = "bob" + suffix;
  private final String gateway = "g" + suffix;

  /// Made by the subclass.
  protected SessionStoreContract() {}

  /// {@return the store under test}
  protected abstract SessionStore store();

  @Test
  void givesBackWhatItWasGiven() {
    // Given
    Session open = open("s1", alice);
    Session ended = open("s2", bob).ended(new SessionEnd(CLOSED, "logout"));

    // When
    insert(open, ended);

    // Then
    assertThat(lock(Set.of(open.id(), ended.id()), Set.of()))
        .containsExactlyInAnyOrder(open, ended);
  }

  @Test
  void findsOpenSessionsByAccount() {
    // Given
    Session open = open("s1", alice);
    insert(open, open("s2", alice).ended(new SessionEnd(CLOSED, "logout")), open("s3", bob));

    // When
    List<Session> found = lock(Set.of(), Set.of(alice));

    // Then
    assertThat(found).containsExactly(open);
  }

  @Test
  void keepsTheFirstOfTwoSessionsWithOneId() {
    // Given
    Session first = open("s1", alice);
    insert(first);

    // When
    insert(open("s1", bob));

    // Then
    assertThat(lock(Set.of(first.id()), Set.of())).containsExactly(first);
  }

  @Test
  void endsSessions() {
    // Given
    Session open = open("s1", alice);
    insert(open);
    Session ended = open.ended(new SessionEnd(CLOSED, SessionEnd.TAKEN_OVER));

    // When
    store()
        .inTransaction(tx -> {
          tx.end(List.of(ended));
          return "";
        });

    // Then
    assertThat(lock(Set.of(open.id()), Set.of(alice))).containsExactly(ended);
    assertThat(replaced(CLOSED)).containsExactly(ended);
    assertThat(replaced(CLOSED + 1)).isEmpty();
  }

  @Test
  void findsTheLatestSessionOfAToken() {
    // Given
    String token = "t" + suffix;
    Session ended = withToken("s1", token, OPENED).ended(new SessionEnd(CLOSED, "lost"));
    Session open = withToken("s2", token, CLOSED);
    insert(ended, open, open("s3", alice));

    // When
    List<Session> found = store().inTransaction(tx -> tx.latestOf(Set.of(token, "none" + suffix)));

    // Then
    assertThat(found).containsExactly(open);
  }

  @Test
  void countsAccountsOnceAndUpToTheLimit() {
    // Given
    insert(open("s1", alice), open("s2", alice), open("s3", bob));

    // When
    int counted = store().inTransaction(tx -> tx.countOnline(1));

    // Then
    assertThat(counted).isEqualTo(1);
    assertThat(online(Set.of(alice, bob, "nobody" + suffix))).containsExactlyInAnyOrder(alice, bob);
  }

  @Test
  void knowsAGatewayFromTheFirstTimeAndThatItHasEnded() {
    // Given
    Session open = open("s1", alice);
    insert(open);
    GatewayEnding lost =
        new GatewayEnding(gateway, SessionEnd.GATEWAY_LOST, new Cause(1, 7, CLOSED));

    // When
    Set<String> before = lockGateways();
    List<Session> ended = store().inTransaction(tx -> tx.end(lost));
    Set<String> after = lockGateways();

    // Then
    assertThat(before).isEmpty();
    assertThat(ended).extracting(Session::id).containsExactly(open.id());
    assertThat(after).containsExactly(gateway);
    assertThat(online(Set.of(alice))).isEmpty();
    assertThat(store().endedWith(gateway, lost.sessionEnd()))
        .containsExactly(open.ended(lost.sessionEnd()));
  }

  @Test
  void takesAnAccountForAwayThatIsInAllItsSessions() {
    // Given
    insert(open("s1", alice), open("s2", alice), open("s3", bob));

    // When
    Map<String, Boolean> first = setAway(away("s1", alice), away("s3", bob), away("s9", bob));
    Map<String, Boolean> second = setAway(away("s2", alice));

    // Then
    assertThat(first).isEqualTo(Map.of(alice, false, bob, true));
    assertThat(second).isEqualTo(Map.of(alice, true));
  }

  @Test
  void remembersProgress() {
    // Given
    int partition = suffix.hashCode();
    Progress progress = new Progress(17, OPENED);

    // When
    save(Map.of(partition, new Progress(5, OPENED - 1)));
    save(Map.of(partition, progress));

    // Then
    Map<Integer, Progress> found =
        store().inTransaction(tx -> tx.lockProgress(Set.of(partition, partition + 1)));
    assertThat(found).containsExactly(Map.entry(partition, progress));
  }

  @Test
  void keepsNothingOfATransactionThatThrows() {
    // Given
    Session open = open("s1", alice);

    // When
    try {
      store()
          .inTransaction(tx -> {
            tx.insert(List.of(open));
            throw new IllegalArgumentException("on purpose");
          });
    } catch (IllegalArgumentException _) {
      // As wanted.
    }

    // Then
    assertThat(lock(Set.of(open.id()), Set.of())).isEmpty();
  }

  @Test
  void forgetsWhatEndedLongAgo() {
    // Given
    Session open = open("s1", alice);
    Session old = open("s2", alice).ended(new SessionEnd(1_000, "logout"));
    insert(open, old);

    // When
    int forgotten = store().purge(2_000, 10);

    // Then
    assertThat(forgotten).isEqualTo(1);
    assertThat(lock(Set.of(open.id(), old.id()), Set.of())).containsExactly(open);
  }

  @Test
  void countsOpenSessionsByDoor() {
    // Given
    int before = store().openByDoor().getOrDefault("ssh", 0);
    Session open = new Session("s1" + suffix, alice, gateway, "ssh", "::1", null, OPENED, null);

    // When
    insert(open);

    // Then
    assertThat(store().openByDoor()).containsEntry("ssh", before + 1);
  }

  private Session open(String id, String account) {
    return new Session(id + suffix, account, gateway, "ws", "192.0.2.7", null, OPENED, null);
  }

  private Session withToken(String id, String token, long at) {
    return new Session(id + suffix, alice, gateway, "ws", "192.0.2.7", token, at, null);
  }

  private SetAway away(String id, String account) {
    return new SetAway(account, id + suffix, gateway, true);
  }

  private Map<String, Boolean> setAway(SetAway... aways) {
    return store().inTransaction(tx -> tx.setAway(List.of(aways)));
  }

  private void insert(Session... sessions) {
    store()
        .inTransaction(tx -> {
          tx.insert(List.of(sessions));
          return "";
        });
  }

  private List<Session> lock(Set<String> ids, Set<String> accounts) {
    return store().inTransaction(tx -> tx.lockSessions(ids, accounts));
  }

  private List<Session> replaced(long at) {
    return store().inTransaction(tx -> tx.replaced(Set.of(alice), Set.of(at)));
  }

  private Set<String> online(Set<String> accounts) {
    return store().inTransaction(tx -> tx.online(accounts));
  }

  private Set<String> lockGateways() {
    return store().inTransaction(tx -> tx.lockGateways(Set.of(gateway), OPENED, true));
  }

  private void save(Map<Integer, Progress> progress) {
    store()
        .inTransaction(tx -> {
          tx.saveProgress(progress);
          return "";
        });
  }
}
