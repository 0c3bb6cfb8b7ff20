package dev.parley.auth.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.auth.Http;
import dev.parley.auth.ServiceTest;
import dev.parley.auth.account.Requests;
import dev.parley.auth.request.AuthService;
import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.auth.AuthRecord;
import dev.parley.contracts.codec.Codecs;
import dev.parley.contracts.codec.DeadLetter;
import dev.parley.contracts.consumer.Received;
import dev.parley.contracts.delivery.Done;
import dev.parley.contracts.delivery.LoggedIn;
import dev.parley.contracts.delivery.Refused;
import dev.parley.contracts.delivery.Reply;
import dev.parley.contracts.topic.KafkaSettings;
import dev.parley.contracts.topic.Topics;
import dev.parley.deploy.embedded.SharedStack;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the service does while something it needs is away, or somebody writes nonsense.
@ServiceTest
class FaultsIT {
  private static final String PASSWORD = "wonderland 1";
  private static final Duration HEALED = Duration.ofSeconds(30);

  @Inject KafkaSettings settings;
  @Inject AuthService authService;
  @Inject ReplyPublisher replies;
  @Inject AuditPublisher audit;
  private final URI service = Http.service();

  private final String account = "f" + UUID.randomUUID().toString().substring(0, 13);
  private TestGateway gateway;

  @BeforeEach
  void register() {
    gateway = new TestGateway(settings, service);
    await()
        .atMost(HEALED)
        .untilAsserted(() ->
            assertThat(gateway.ask(gateway.requests.register(account, PASSWORD)))
                .satisfiesAnyOf(
                    reply -> assertThat(reply).isInstanceOf(Done.class),
                    reply -> assertThat(code(reply)).isEqualTo(ErrorCode.NAME_TAKEN)));
  }

  @AfterEach
  void closeGateway() {
    gateway.close();
  }

  private Reply logIn() {
    return gateway.ask(gateway.requests.login(account, PASSWORD));
  }

  private static ErrorCode code(Reply reply) {
    assertThat(reply).isInstanceOf(Refused.class);
    return ((Refused) reply).code();
  }

  @Test
  void isNotHeldUpByAGatewayThatIsGone() {
    // Given
    Requests ofTheDead = new Requests(TestGateway.sealer(service), "gone-" + UUID.randomUUID());
    for (int i = 0; i < 20; i++) {
      var login = ofTheDead.login("ghost" + i, PASSWORD);
      gateway.write(login.account(), Codecs.AUTH.encode(login));
    }

    // When
    CompletableFuture<Reply> reply = gateway.send(gateway.requests.login(account, PASSWORD));

    // Then
    assertThat(reply).succeedsWithin(Duration.ofSeconds(10)).isInstanceOf(LoggedIn.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not json",
        "{\"v\":2,\"kind\":\"Login\",\"body\":{}}",
        "{\"v\":1,\"kind\":\"Login\",\"body\":{}}",
        "{\"v\":1,\"kind\":\"Login\",\"body\":{\"account\":null,\"replyTo\":null}}",
        "{\"v\":1,\"kind\":\"CheckToken\",\"body\":{\"account\":\"alice\"}}"
      })
  void setsNonsenseAsideAndGoesOn(String nonsense) {
    // Given
    String key = account + UUID.randomUUID();
    gateway.write(key, nonsense.getBytes(StandardCharsets.UTF_8));

    // When
    Reply reply = logIn();

    // Then
    assertThat(reply).isInstanceOf(LoggedIn.class);
    await()
        .untilAsserted(() ->
            assertThat(new TopicContents(settings).of(Topics.DEAD_LETTER, Codecs.DEAD_LETTER))
                .extracting(letter -> ((DeadLetter) letter).key())
                .contains(key));
  }

  @Test
  void declinesWhatHasWaitedTooLongForItsTurn() {
    // Given
    AuthRecord login = gateway.requests.login(account, PASSWORD);
    AuthBatchHandler late = new AuthBatchHandler(authService, replies, audit, Duration.ZERO);
    TopicPartition source = new TopicPartition(Topics.AUTH, 0);

    // When
    late.onBatch(List.of(new Received<>(login, source, Long.MAX_VALUE, 0))).join();

    // Then
    assertThat(new TopicContents(settings).of(Topics.gateway(gateway.id), Codecs.GATEWAY))
        .last()
        .isInstanceOfSatisfying(
            Refused.class, refused -> assertThat(refused.code()).isEqualTo(ErrorCode.UNAVAILABLE));
    late.close();
  }

  @Test
  void skipsAKindThatItDoesNotKnow() {
    // Given
    gateway.write(
        account, "{\"v\":1,\"kind\":\"Tomorrow\",\"body\":{}}".getBytes(StandardCharsets.UTF_8));

    // When
    Reply reply = logIn();

    // Then
    assertThat(reply).isInstanceOf(LoggedIn.class);
  }

  @Test
  void saysSoonThatTheDatabaseIsAwayAndHealsWhenItIsBack() {
    // Given
    SharedStack.instance().killDatabase();
    Reply away;
    int ready;
    try {
      // When
      away = logIn();
      ready = Http.get(service, "/q/health/ready").statusCode();
    } finally {
      SharedStack.instance().restartDatabase();
    }

    // Then
    assertThat(code(away)).isEqualTo(ErrorCode.UNAVAILABLE);
    assertThat(ready).isEqualTo(503);
    await().atMost(HEALED).untilAsserted(() -> assertThat(logIn()).isInstanceOf(LoggedIn.class));
    await()
        .untilAsserted(
            () -> assertThat(Http.get(service, "/q/health/ready").statusCode()).isEqualTo(200));
  }

  @Test
  void countsNoFailureForAnOutage() {
    // Given
    SharedStack.instance().killDatabase();
    for (int i = 0; i < 4; i++) {
      assertThat(code(logIn())).isEqualTo(ErrorCode.UNAVAILABLE);
    }

    // When
    SharedStack.instance().restartDatabase();

    // Then
    await().atMost(HEALED).untilAsserted(() -> assertThat(logIn()).isInstanceOf(LoggedIn.class));
  }

  @Test
  void goesOnAfterARestartOfTheBroker() {
    // When
    SharedStack.instance().restartBroker();

    // Then
    await().atMost(HEALED).untilAsserted(() -> assertThat(logIn()).isInstanceOf(LoggedIn.class));
  }
}
