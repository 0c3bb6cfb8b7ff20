package dev.parley.deploy.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.deploy.acceptance.line.Reply;
import dev.parley.deploy.acceptance.people.OnParley;
import dev.parley.deploy.acceptance.people.People;
import dev.parley.deploy.acceptance.people.Person;
import dev.parley.deploy.acceptance.stack.ParleyStack;
import dev.parley.deploy.acceptance.stack.ParleyStack.Halt;
import org.junit.jupiter.api.Test;

/// A service that hangs: whoever needs it is told so, everybody else goes on.
@OnParley
class UnavailableIT {

  @Test
  void aLoginIsAnsweredAlsoWhileAuthServiceHangs(People people, ParleyStack stack) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.online("bert");
    Person carl = people.registered("carl");

    // When
    Reply login;
    try (Halt _ = stack.halt("auth-service-1")) {
      login = people.stranger().ask("login " + carl + " " + carl.password());
      anna.tell(bert, "we go on");
    }

    // Then
    assertThat(login.line()).startsWith("-err unavailable ");
    bert.awaitMessage("we go on");
    assertThat(carl.login().ask("ping " + bert).isOk()).isTrue();
  }

  @Test
  void whoelseIsAnsweredAlsoWhilePresenceServiceHangs(People people, ParleyStack stack) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.online("bert");

    // When
    Reply whoelse;
    try (Halt _ = stack.halt("presence-service-1")) {
      whoelse = anna.ask("whoelse");
      anna.tell(bert, "we go on");
    }

    // Then
    assertThat(whoelse.line()).startsWith("-err unavailable ");
    bert.awaitMessage("we go on");
  }

  @Test
  void aMessageIsAnsweredAlsoWhileRoutingServiceHangsAndIsStoredOnceAtMost(
      People people, ParleyStack stack) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.online("bert");

    // When
    Reply message;
    try (Halt _ = stack.halt("routing-service-1")) {
      message = anna.ask("message " + bert + " perhaps");
    }
    long seq = anna.tell(bert, "certainly");

    // Then
    assertThat(message.line()).startsWith("-err unavailable ");
    assertThat(seq).isLessThanOrEqualTo(2);
    assertThat(bert.awaitMessage("certainly").seq()).isEqualTo(seq);
    assertThat(anna.ask("history @" + bert).rows()).hasSize((int) seq);
  }
}
