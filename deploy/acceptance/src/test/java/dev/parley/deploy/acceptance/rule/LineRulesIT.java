package dev.parley.deploy.acceptance.rule;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.deploy.acceptance.line.Escapes;
import dev.parley.deploy.acceptance.line.LineClient;
import dev.parley.deploy.acceptance.line.Reply;
import dev.parley.deploy.acceptance.people.OnParley;
import dev.parley.deploy.acceptance.people.People;
import dev.parley.deploy.acceptance.people.Person;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@OnParley
class LineRulesIT {

  private static final int MAX_LINE_BYTES = 8 * 1024;

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void aLineEndsInLfOrCrLf(String end, People people) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.online("bert");

    // When
    anna.client().sendRaw(("message " + bert + " hello" + end).getBytes(UTF_8));

    // Then
    assertThat(anna.client().awaitReply().isOk()).isTrue();
    assertThat(bert.awaitMessage("hello").seq()).isEqualTo(1);
  }

  @Test
  void aLineMayArriveByteByByte(People people) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.online("bert");

    // When
    for (byte b : ("message " + bert + " grüße 🎉\n").getBytes(UTF_8)) {
      anna.client().sendRaw(new byte[] {b});
    }

    // Then
    assertThat(anna.client().awaitReply().isOk()).isTrue();
    bert.awaitMessage("grüße 🎉");
  }

  @Test
  void aHalfLineIsNotACommand(People people) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.online("bert");

    // When
    anna.client().sendRaw(("message " + bert + " hal").getBytes(UTF_8));
    anna.client().reset();
    bert.awaitLine("* leave " + anna);

    // Then
    assertThat(bert.ask("history @" + anna).rows()).isEmpty();
  }

  @Test
  void severalLinesMayArriveTogetherAndAreAnsweredInOrder(People people) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.online("bert");

    // When
    anna.client()
        .sendRaw(
            "message %1$s one\nping %1$s\nfrobnicate\nmessage %1$s two\nwhoelse\n"
                .formatted(bert)
                .getBytes(UTF_8));
    List<Reply> replies = IntStream.range(0, 5).mapToObj(_ -> anna.client().awaitReply()).toList();

    // Then
    assertThat(replies.get(0).line()).isEqualTo("+ok message @" + bert + " 1");
    assertThat(replies.get(1).line()).isEqualTo("+ok ping " + bert + " online");
    assertThat(replies.get(2).code()).isEqualTo("bad_command");
    assertThat(replies.get(3).line()).isEqualTo("+ok message @" + bert + " 2");
    assertThat(replies.get(4).line()).startsWith("+ok whoelse ");
  }

  @Test
  void aWholeSessionMayBeSentAtOnce(People people) {
    // Given
    Person anna = people.registered("anna");
    Person bert = people.online("bert");
    LineClient client = people.stranger();

    // When
    client.sendRaw(
        "login %s %s\nmessage %s from a script\nlogout\n"
            .formatted(anna, anna.password(), bert)
            .getBytes(UTF_8));

    // Then
    assertThat(client.awaitReply().line()).isEqualTo("+ok login " + anna);
    assertThat(client.awaitReply().line()).isEqualTo("+ok message @" + bert + " 1");
    assertThat(client.awaitReply().line()).isEqualTo("+ok logout");
    bert.awaitMessage("from a script");
  }

  @Test
  void aScriptReadsItsOwnWrites(People people) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.online("bert");
    String group = People.unique("team");

    // When
    anna.client()
        .sendRaw(
            "create group %1$s %2$s\nmsg #%1$s one\nmsg #%1$s two\nhistory #%1$s\ngroup leave %1$s\n"
                .formatted(group, bert)
                .getBytes(UTF_8));
    List<Reply> replies = IntStream.range(0, 5).mapToObj(_ -> anna.client().awaitReply()).toList();

    // Then
    assertThat(replies).allMatch(Reply::isOk);
    assertThat(replies.get(3).rows())
        .satisfiesExactly(
            row -> assertThat(row).endsWith(" one"), row -> assertThat(row).endsWith(" two"));
  }

  @Test
  void whoClosesOneDirectionStillGetsTheReplies(People people) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.online("bert");
    anna.client().send("message " + bert + " last words");

    // When
    anna.client().finishSending();

    // Then
    assertThat(anna.client().awaitReply().line()).isEqualTo("+ok message @" + bert + " 1");
    assertThat(anna.client().awaitReply().line()).isEqualTo("+ok logout");
    anna.client().awaitClose();
  }

  @ParameterizedTest
  @ValueSource(ints = {MAX_LINE_BYTES + 1, 3 * MAX_LINE_BYTES, 1_000_000})
  void aLongerLineIsDroppedAndTheConnectionStays(int length, People people) {
    // Given
    Person anna = people.online("anna");

    // When
    Reply tooLong = anna.ask("broadcast " + "x".repeat(length));
    Reply next = anna.ask("ping " + anna);

    // Then
    assertThat(tooLong.line()).startsWith("-err too_long ");
    assertThat(next.line()).isEqualTo("+ok ping " + anna + " online");
  }

  @Test
  void aLineOf8KibIsRead(People people) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.online("bert");
    String command = "message " + bert + " ";
    String text = "é".repeat(3_900) + "x".repeat(50);

    // When
    Reply reply = anna.ask(command + text);

    // Then
    assertThat(reply.isOk()).isTrue();
    assertThat(bert.awaitMessage(text).text()).hasSize(3_950);
  }

  @ParameterizedTest
  @ValueSource(strings = {"two\nlines", "C:\\new", "a \\ alone", "\\n is no newline", "tab\there"})
  void aTextTravelsUnchanged(String text, People people) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.online("bert");

    // When
    anna.tell(bert, Escapes.escape(text));

    // Then
    assertThat(bert.awaitMessage(text).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "be\u0007ll,bell",
    "\u001b[31mred,[31mred",
    "a\u0000b,ab",
    "del\u007fete,delete",
    "c1\u009b31m,c131m",
    "back\bspace,backspace",
    "osc\u001b]0;title\u0007,osc]0;title",
    "right\u202eto left,rightto left"
  })
  void controlCharactersAreRemoved(String typed, String stored, People people) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.online("bert");

    // When
    anna.must("message " + bert + " " + typed);

    // Then
    assertThat(bert.awaitMessage(stored).text()).isEqualTo(stored);
  }

  @Test
  void aCarriageReturnInsideOfALineCannotForgeAnotherLine(People people) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.online("bert");

    // When
    anna.must("message " + bert + " before\rafter");

    // Then
    bert.awaitMessage("beforeafter");
  }

  @Test
  void bytesThatAreNotUtf8DoNotReachAnybody(People people) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.online("bert");
    byte[] line = ("message " + bert + " b?d\n").getBytes(UTF_8);
    line[line.length - 3] = (byte) 0xff;

    // When
    anna.client().sendRaw(line);
    Reply reply = anna.client().awaitReply();
    anna.tell(bert, "after it");

    // Then
    assertThat(reply.line()).startsWith("-err bad_command ");
    bert.awaitMessage("after it");
    assertThat(bert.unread()).isEmpty();
  }

  @Test
  void anEmptyLineDoesNoHarm(People people) {
    // Given
    Person anna = people.online("anna");

    // When
    anna.client().sendRaw("\n\r\n   \n".getBytes(UTF_8));
    anna.client().send("ping " + anna);

    // Then
    Reply reply = anna.client().awaitReply();
    while (reply.code().equals("bad_command")) {
      reply = anna.client().awaitReply();
    }
    assertThat(reply.line()).isEqualTo("+ok ping " + anna + " online");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "POST /chat HTTP/1.1\r\nHost: localhost\r\nContent-Length: 14\r\n\r\n",
        "PUT / HTTP/1.1\r\n\r\n",
        "OPTIONS * HTTP/1.1\r\n\r\n"
      })
  void aBrowserIsTurnedAway(String request, People people) {
    // Given
    Person anna = people.registered("anna");
    LineClient client = people.stranger();

    // When
    client.sendRaw((request + "login " + anna + " " + anna.password() + "\r\n").getBytes(UTF_8));

    // Then
    client.awaitClose();
    assertThat(people.online("bert").ask("ping " + anna).line())
        .isEqualTo("+ok ping " + anna + " offline");
  }
}
