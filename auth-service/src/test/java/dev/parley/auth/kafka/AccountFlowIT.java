package dev.parley.auth.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.auth.Http;
import dev.parley.auth.ServiceTest;
import dev.parley.auth.token.Tokens;
import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.audit.AuditAction;
import dev.parley.contracts.audit.AuditBatch;
import dev.parley.contracts.audit.AuditEvent;
import dev.parley.contracts.auth.AccountCreated;
import dev.parley.contracts.codec.Codecs;
import dev.parley.contracts.delivery.Done;
import dev.parley.contracts.delivery.LoggedIn;
import dev.parley.contracts.delivery.Refused;
import dev.parley.contracts.delivery.Reply;
import dev.parley.contracts.topic.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;

@ServiceTest
class AccountFlowIT extends OnService {

  private Reply logIn(String password) {
    return gateway.ask(gateway.requests.login(account, password));
  }

  private static ErrorCode code(Reply reply) {
    return ((Refused) reply).code();
  }

  @Test
  void announcesAnAccountBeforeItAnswersTheRegistration() {
    // When
    Reply reply = gateway.ask(gateway.requests.register(account, PASSWORD));

    // Then
    assertThat(reply).isInstanceOf(Done.class);
    assertThat(contents.of(Topics.ACCOUNTS, Codecs.ACCOUNTS))
        .filteredOn(created -> created.account().equals(account))
        .hasSize(1)
        .first()
        .isInstanceOfSatisfying(
            AccountCreated.class, created -> assertThat(created.at()).isPositive());
  }

  @Test
  void logsInWithATokenThatThePublishedKeysVerify() throws Exception {
    // Given
    gateway.ask(gateway.requests.register(account, PASSWORD));

    // When
    LoggedIn loggedIn = (LoggedIn) logIn(PASSWORD);

    // Then
    String jwks = Http.get(service, "/.well-known/jwks.json").body();
    JwtClaims claims = Tokens.verify(loggedIn.token(), jwks, loggedIn.expiresAt() / 1_000 - 60);
    assertThat(claims.getSubject()).isEqualTo(account);
    assertThat(gateway.ask(gateway.requests.checkToken(account, claims.getIssuedAt().getValue())))
        .isInstanceOf(Done.class);
  }

  @Test
  void locksAfterThreeWrongPasswordsSentInOneGo() {
    // Given
    gateway.ask(gateway.requests.register(account, PASSWORD));
    List<CompletableFuture<Reply>> answers = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      answers.add(gateway.send(gateway.requests.login(account, "wrong")));
    }

    // When
    Reply right = logIn(PASSWORD);

    // Then
    assertThat(right).isInstanceOf(Refused.class);
    assertThat(code(right)).isEqualTo(ErrorCode.LOCKED);
    assertThat(((Refused) right).detail()).isBetween(1L, 60L);
    assertThat(answers.stream().map(CompletableFuture::join).map(AccountFlowIT::code))
        .filteredOn(ErrorCode.BAD_CREDENTIALS::equals)
        .hasSize(3);
  }

  @Test
  void changesAPasswordAndEndsTheTokensOfBefore() {
    // Given
    gateway.ask(gateway.requests.register(account, PASSWORD));
    long issuedAt = ((LoggedIn) logIn(PASSWORD)).expiresAt() / 1_000 - 12 * 3_600;

    // When
    Reply changed =
        gateway.ask(gateway.requests.changePassword(account, PASSWORD, "looking glass"));

    // Then
    assertThat(changed).isInstanceOf(Done.class);
    assertThat(code(gateway.ask(gateway.requests.checkToken(account, issuedAt))))
        .isEqualTo(ErrorCode.BAD_CREDENTIALS);
    assertThat(code(logIn(PASSWORD))).isEqualTo(ErrorCode.BAD_CREDENTIALS);
    assertThat(logIn("looking glass")).isInstanceOf(LoggedIn.class);
  }

  @Test
  void keepsOneOfManyWhoWantANameAtTheSameTime() {
    // Given
    List<CompletableFuture<Reply>> answers = new ArrayList<>();

    // When
    for (int i = 0; i < 8; i++) {
      answers.add(gateway.send(gateway.requests.register(account, PASSWORD + i)));
    }

    // Then
    assertThat(answers.stream().map(CompletableFuture::join))
        .filteredOn(Done.class::isInstance)
        .hasSize(1);
  }

  @Test
  void registersAHundredAccountsThatComeAtOnce() {
    // Given
    List<CompletableFuture<Reply>> answers = new ArrayList<>();

    // When
    for (int i = 0; i < 100; i++) {
      answers.add(gateway.send(gateway.requests.register(account + i, PASSWORD)));
    }

    // Then
    assertThat(answers.stream().map(CompletableFuture::join)).allMatch(Done.class::isInstance);
  }

  @Test
  void leavesAnAuditTrail() {
    // Given
    gateway.ask(gateway.requests.register(account, PASSWORD));
    logIn("wrong");
    logIn(PASSWORD);
    gateway.ask(gateway.requests.changePassword(account, PASSWORD, "looking glass"));

    // When
    for (int i = 0; i < 3; i++) {
      logIn("wrong");
    }

    // Then
    await()
        .untilAsserted(() ->
            assertThat(events())
                .extracting(AuditEvent::action)
                .containsExactly(
                    AuditAction.REGISTERED,
                    AuditAction.LOGIN_FAILED,
                    AuditAction.LOGGED_IN,
                    AuditAction.PASSWORD_CHANGED,
                    AuditAction.LOGIN_FAILED,
                    AuditAction.LOGIN_FAILED,
                    AuditAction.LOGIN_FAILED,
                    AuditAction.LOCKED));
    assertThat(events())
        .allMatch(event -> "tcp".equals(event.door()) && "192.0.2.7".equals(event.address()));
  }

  private List<AuditEvent> events() {
    return contents
        .of(Topics.AUDIT, Codecs.AUDIT)
        .map(AuditBatch.class::cast)
        .flatMap(batch -> batch.events().stream())
        .filter(event -> event.account().equals(account))
        .toList();
  }
}
