package dev.parley.deploy.acceptance.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.deploy.acceptance.line.Event;
import dev.parley.deploy.acceptance.line.HistoryRow;
import dev.parley.deploy.acceptance.line.ReceivedMessage;
import dev.parley.deploy.acceptance.line.Reply;
import dev.parley.deploy.acceptance.people.OnParley;
import dev.parley.deploy.acceptance.people.People;
import dev.parley.deploy.acceptance.people.Person;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@OnParley
class ChangeCommandsIT {

  @Test
  void anEditSaysSomethingElseAndTellsTheOther(People people) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.online("bert");
    long seq = anna.tell(bert, "helo");

    // When
    Reply reply = anna.ask("edit @" + bert + " " + seq + " hello\\nyou");

    // Then
    assertThat(reply.line()).isEqualTo("+ok edit @" + bert + " 2");
    Event edit = awaitEvent(bert, "edit");
    assertThat(edit.line()).matches("\\* edit @" + anna + " 2 \\S+ " + anna + " 1 hello\\\\nyou");
    assertThat(history(bert, "@" + anna))
        .extracting(HistoryRow::text)
        .containsExactly("hello\nyou");
  }

  @Test
  void aDeletionWithdrawsTheMessage(People people) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.online("bert");
    anna.tell(bert, "one");
    anna.tell(bert, "two");

    // When
    Reply reply = anna.ask("delete @" + bert + " 1");

    // Then
    assertThat(reply.line()).isEqualTo("+ok delete @" + bert + " 3");
    assertThat(awaitEvent(bert, "delete").line())
        .matches("\\* delete @" + anna + " 3 \\S+ " + anna + " 1");
    assertThat(history(bert, "@" + anna)).extracting(HistoryRow::text).containsExactly("two");
    assertThat(anna.ask("edit @" + bert + " 1 again").code()).isEqualTo("no_such_message");
  }

  @Test
  void aReactionComesAndGoes(People people) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.online("bert");
    anna.tell(bert, "hello");

    // When
    Reply reply = bert.ask("react @" + anna + " 1 :+1:");
    Reply back = bert.ask("unreact @" + anna + " 1 :+1:");

    // Then
    assertThat(reply.line()).isEqualTo("+ok react @" + anna + " 2");
    assertThat(back.line()).isEqualTo("+ok unreact @" + anna + " 3");
    assertThat(awaitEvent(anna, "react").line())
        .matches("\\* react @" + bert + " 2 \\S+ " + bert + " 1 added :\\+1:");
    assertThat(awaitEvent(anna, "react").line())
        .matches("\\* react @" + bert + " 3 \\S+ " + bert + " 1 removed :\\+1:");
  }

  @Test
  void aReplySaysWhichMessageItAnswers(People people) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.online("bert");
    anna.tell(bert, "shall we?");

    // When
    Reply reply = bert.ask("reply @" + anna + " 1 yes");

    // Then
    assertThat(reply.line()).isEqualTo("+ok message @" + anna + " 2");
    ReceivedMessage received = anna.awaitMessage("[re 1] yes");
    assertThat(received.seq()).isEqualTo(2);
    assertThat(history(anna, "@" + bert))
        .extracting(HistoryRow::text)
        .containsExactly("shall we?", "[re 1] yes");
  }

  @Test
  void aMessageIsPinnedAndUnpinned(People people) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.online("bert");
    String group = People.unique("team");
    anna.must("create group " + group + " " + bert);
    long seq = anna.tellGroup(group, "read this first");

    // When
    Reply pinned = bert.ask("pin #" + group + " " + seq);
    Reply listed = anna.ask("pinned #" + group);
    Reply unpinned = anna.ask("unpin #" + group + " " + seq);

    // Then
    assertThat(pinned.line()).isEqualTo("+ok pin #" + group + " " + (seq + 1));
    assertThat(awaitEvent(anna, "pin").line()).endsWith(" " + seq + " pinned");
    assertThat(listed.line()).isEqualTo("+ok pinned #" + group + " 1");
    assertThat(HistoryRow.of(listed.rows().getFirst()).text()).isEqualTo("read this first");
    assertThat(unpinned.line()).isEqualTo("+ok unpin #" + group + " " + (seq + 2));
    assertThat(awaitEvent(bert, "pin").line()).endsWith(" " + seq + " unpinned");
    assertThat(anna.ask("pinned #" + group).line()).isEqualTo("+ok pinned #" + group + " 0");
  }

  @Test
  void changesMadeWhileOneIsAwayComeAtTheNextLogin(People people) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.online("bert");
    anna.tell(bert, "helo");
    bert.awaitMessage("helo");
    bert.logout();
    anna.must("edit @" + bert + " 1 hello");

    // When
    bert.login();

    // Then
    assertThat(awaitEvent(bert, "edit").line()).endsWith(" 1 hello");
    assertThat(bert.unread()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "edit @ANNA 1 mine, not_author",
    "delete @ANNA 1, not_author",
    "edit @ANNA 9 none, no_such_message",
    "reply @ANNA 9 none, no_such_message",
    "react @ANNA 9 :x:, no_such_message",
    "pin @ANNA 9, no_such_message",
    "react @ANNA 1 two words, bad_command",
    "edit @ANNA 1, bad_command",
    "delete @ANNA one, bad_command"
  })
  void whatCannotBeChangedIsRefused(String command, String code, People people) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.online("bert");
    anna.tell(bert, "hello");

    // When
    Reply reply = bert.ask(command.replace("ANNA", anna.handle()));

    // Then
    assertThat(reply.code()).isEqualTo(code);
  }

  private static Event awaitEvent(Person reader, String kind) {
    return reader.client().awaitEvent("* " + kind, event -> event.kind().equals(kind));
  }

  private static List<HistoryRow> history(Person reader, String target) {
    return reader.must("history " + target).rows().stream().map(HistoryRow::of).toList();
  }
}
