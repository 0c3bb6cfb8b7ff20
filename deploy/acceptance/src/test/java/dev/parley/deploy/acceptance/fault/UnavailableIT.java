package dev.parley.deploy.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.deploy.acceptance.line.LineClient;
import dev.parley.deploy.acceptance.line.Reply;
import dev.parley.deploy.acceptance.people.OnParley;
import dev.parley.deploy.acceptance.people.People;
import dev.parley.deploy.acceptance.people.Person;
import dev.parley.deploy.acceptance.stack.ParleyStack;
import dev.parley.deploy.acceptance.stack.ParleyStack.Halt;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Services that hang: whoever needs one is told so, everybody else goes on.
///
/// All hang in one test, since a request is answered only when its 10 s are over.
@OnParley
class UnavailableIT {

  @Test
  void everyRequestIsAnsweredAlsoWhileServicesHang(People people, ParleyStack stack) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.online("bert");
    Person carl = people.registered("carl");
    Person dora = people.online("dora");
    LineClient stranger = people.stranger();

    // When those that no message needs hang
    Reply login;
    Reply whoelse;
    Reply message;
    try (Halt _ = stack.halt("auth-service-1");
        Halt _ = stack.halt("presence-service-1")) {
      stranger.send("login " + carl + " " + carl.password());
      dora.client().send("whoelse");

      // Then messages go on
      anna.tell(bert, "we go on");
      bert.awaitMessage("we go on");

      // When that of the messages hangs, too
      try (Halt _ = stack.halt("routing-service-1")) {
        message = anna.ask("message " + bert + " perhaps");
        login = stranger.awaitReply();
        whoelse = dora.client().awaitReply();
      }
    }
    long seq = anna.tell(bert, "certainly");

    // Then whoever needed one was told so, and the message is stored once at most
    assertThat(List.of(login, whoelse, message))
        .extracting(Reply::line)
        .allMatch(line -> line.startsWith("-err unavailable "));
    assertThat(seq).isBetween(2L, 3L);
    assertThat(bert.awaitMessage("certainly").seq()).isEqualTo(seq);
    assertThat(anna.ask("history @" + bert).rows()).hasSize((int) seq);
    assertThat(carl.login().ask("ping " + bert).isOk()).isTrue();
  }
}
