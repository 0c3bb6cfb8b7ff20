package dev.parley.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.delivery.Done;
import dev.parley.contracts.delivery.OnlineAccount;
import dev.parley.contracts.delivery.OnlineAccounts;
import dev.parley.contracts.delivery.PingAnswered;
import dev.parley.contracts.delivery.RecentAccount;
import dev.parley.contracts.delivery.RecentAccounts;
import dev.parley.contracts.delivery.Refused;
import dev.parley.contracts.delivery.SessionTakenOver;
import dev.parley.contracts.presence.Came;
import dev.parley.contracts.presence.GatewayExpired;
import dev.parley.contracts.presence.Went;
import dev.parley.contracts.topic.Topics;
import dev.parley.deploy.embedded.SharedStack;
import dev.parley.presence.audit.AuditConfig;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The whole service between Kafka and PostgreSQL, as a gateway sees it.
@QuarkusTest
@QuarkusTestResource(PresenceStack.class)
class PresenceServiceIT {

  private final Admin admin;
  private final AuditConfig audit;
  private final SharedStack stack = SharedStack.instance();
  private final String suffix = UUID.randomUUID().toString().substring(0, 8);
  private final String alice = "alice" + suffix;
  private final String bob = "bob" + suffix;
  private TestGateway gateway;
  private PresenceEvents events;

  @Inject
  PresenceServiceIT(Admin admin, AuditConfig audit) {
    this.admin = admin;
    this.audit = audit;
  }

  @BeforeEach
  void startGateway() {
    gateway = TestGateway.start(stack.bootstrapServers());
    events = PresenceEvents.listen(stack.bootstrapServers());
  }

  @AfterEach
  void stopGateway() {
    gateway.stop();
    gateway.close();
    events.close();
  }

  @Test
  void opensAndClosesASession() {
    // Given
    gateway.open(bob, "b" + suffix).join();

    // When
    var opened = gateway.open(alice, "s" + suffix).join();
    var others = gateway.whoElse(bob).join();
    var closed = gateway.close(alice, "s" + suffix).join();

    // Then
    assertThat(opened).isInstanceOf(Done.class);
    assertThat(((OnlineAccounts) others).accounts())
        .extracting(OnlineAccount::account)
        .contains(alice)
        .doesNotContain(bob);
    assertThat(closed).isInstanceOf(Done.class);
    assertThat(gateway.ping(bob, alice).join())
        .isInstanceOfSatisfying(PingAnswered.class, a -> assertThat(a.online()).isFalse());
    await()
        .untilAsserted(() -> assertThat(events.heard()).contains(new Came(alice), new Went(alice)));
  }

  @Test
  void refusesASecondLoginUntilItTakesOver() {
    // Given
    gateway.open(alice, "s1" + suffix).join();

    // When
    var refused = gateway.open(alice, "s2" + suffix).join();
    var taken = gateway.takeOver(alice, "s3" + suffix).join();

    // Then
    assertThat(((Refused) refused).code()).isEqualTo(ErrorCode.ALREADY_LOGGED_IN);
    assertThat(taken).isInstanceOf(Done.class);
    await()
        .untilAsserted(() ->
            assertThat(gateway.notices())
                .containsExactly(new SessionTakenOver(alice, "s1" + suffix)));
  }

  @Test
  void tellsWhoWasHereWithinTheLastHour() {
    // Given
    gateway.open(alice, "s" + suffix).join();
    gateway.open(bob, "b" + suffix).join();
    gateway.close(alice, "s" + suffix).join();

    // When
    var recent = (RecentAccounts) gateway.whoLastHour(bob).join();

    // Then
    assertThat(recent.accounts())
        .filteredOn(account -> Set.of(alice, bob).contains(account.account()))
        .extracting(RecentAccount::account, RecentAccount::online)
        .containsExactly(tuple(alice, false), tuple(bob, true));
  }

  @Test
  void writesTheAuditTrailToItsFile() {
    // Given
    gateway.open(alice, "s" + suffix).join();

    // When
    gateway.close(alice, "s" + suffix).join();

    // Then
    await()
        .untilAsserted(() ->
            assertThat(auditLines(alice))
                .hasSize(2)
                .anyMatch(line -> line.contains("\"action\":\"session_opened\""))
                .anyMatch(line -> line.contains("\"subject\":\"logout\"")));
  }

  @Test
  void endsTheSessionsOfAGatewayThatFallsSilentAndDeletesItsTopic() throws Exception {
    // Given
    TestGateway dying = TestGateway.start(stack.bootstrapServers());
    dying.open(alice, "s" + suffix).join();

    // When
    dying.fallSilent();

    // Then
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() ->
            assertThat(events.heard()).contains(new GatewayExpired(dying.id()), new Went(alice)));
    assertThat(gateway.open(alice, "s2" + suffix).join()).isInstanceOf(Done.class);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() ->
            assertThat(admin.listTopics().names().get())
                .doesNotContain(Topics.gateway(dying.id())));
    await()
        .untilAsserted(() ->
            assertThat(auditLines(alice))
                .anyMatch(line -> line.contains("\"subject\":\"gateway_lost\"")));
    dying.close();
  }

  @Test
  void tellsAnEndedGatewayThatBeatsAgainThatItHasEnded() {
    // Given
    TestGateway ended = TestGateway.start(stack.bootstrapServers());
    ended.open(alice, "s" + suffix).join();
    ended.stop();
    await()
        .untilAsserted(() -> assertThat(events.heard()).contains(new GatewayExpired(ended.id())));
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> !admin.listTopics().names().get().contains(Topics.gateway(ended.id())));
    int before = events.heard().size();

    // When
    await()
        .pollInterval(Duration.ofMillis(300))
        .untilAsserted(() -> {
          ended.beat();
          // Then
          assertThat(events.heard().stream().skip(before)).contains(new GatewayExpired(ended.id()));
        });
    ended.close();
  }

  @Test
  void goesOnAfterRecordsThatNobodyCanReadOrMean() {
    // Given
    gateway.write(alice, "no json".getBytes(StandardCharsets.UTF_8));
    gateway.write(
        alice,
        """
        {"v":1,"kind":"OpenSession","body":{"account":"A!","session":"s","gateway":"../x"}}
        """
            .getBytes(StandardCharsets.UTF_8));
    gateway.write(alice, null);

    // When
    var opened = gateway.open(alice, "s" + suffix).join();

    // Then
    assertThat(opened).isInstanceOf(Done.class);
  }

  @Test
  void answersWhatWasAskedWhileTheDatabaseWasAway() {
    // Given
    stack.killDatabase();
    var opening = gateway.open(alice, "s" + suffix);

    // When
    stack.restartDatabase();

    // Then
    assertThat(opening.join()).isInstanceOf(Done.class);
    assertThat(gateway.ping(bob, alice).join())
        .isInstanceOfSatisfying(PingAnswered.class, a -> assertThat(a.online()).isTrue());
  }

  @Test
  void keepsEverySessionOverARestartOfTheBroker() {
    // Given
    gateway.open(alice, "s" + suffix).join();

    // When
    stack.restartBroker();

    // Then
    assertThat(gateway.ping(bob, alice).join())
        .isInstanceOfSatisfying(PingAnswered.class, a -> assertThat(a.online()).isTrue());
    assertThat(events.heard()).doesNotContain(new GatewayExpired(gateway.id()));
  }

  @Test
  void answersOthersWhenAGatewayHasNoTopic() {
    // Given
    TestGateway homeless = TestGateway.withoutTopic(stack.bootstrapServers());
    homeless.write(homeless.opening(bob, "b" + suffix));

    // When
    var opened = gateway.open(alice, "s" + suffix).join();

    // Then
    assertThat(opened).isInstanceOf(Done.class);
    await()
        .untilAsserted(() ->
            assertThat(gateway.ping(alice, bob).join())
                .isInstanceOfSatisfying(PingAnswered.class, a -> assertThat(a.online()).isTrue()));
    homeless.stop();
    homeless.close();
  }

  @Test
  void showsThatItIsReadyAndWhatItHasDone() {
    // Given
    gateway.open(alice, "s" + suffix).join();

    // When
    String ready = get("/q/health/ready");
    String metrics = get("/q/metrics");

    // Then
    assertThat(ready).contains("\"status\": \"UP\"").contains("poll loops come by");
    assertThat(metrics)
        .contains("parley_presence_opens_total{outcome=\"opened\"}")
        .contains("parley_presence_sessions{door=\"ws\"}")
        .contains("parley_presence_gateways_expired_total")
        .contains("kafka_consumer_fetch_manager_records_lag");
    await()
        .untilAsserted(() ->
            assertThat(get("/q/metrics"))
                .contains("parley_audit_events_total{action=\"session_opened\"}"));
  }

  @Test
  void opensManySessionsAtOnce() {
    // Given
    var names = IntStream.range(0, 2_000).mapToObj(i -> "u" + i + "." + suffix).toList();

    // When
    var replies = names.stream().map(name -> gateway.open(name, name)).toList();

    // Then
    assertThat(replies).allSatisfy(reply -> assertThat(reply.join()).isInstanceOf(Done.class));
  }

  private static String get(String path) {
    URI uri = URI.create(ConfigProvider.getConfig().getValue("test.url", String.class) + path);
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> auditLines(String account) throws IOException {
    return Files.readAllLines(audit.file()).stream()
        .filter(line -> line.contains("\"account\":\"" + account + "\""))
        .toList();
  }
}
