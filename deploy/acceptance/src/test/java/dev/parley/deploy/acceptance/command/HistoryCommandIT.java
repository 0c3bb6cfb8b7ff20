package dev.parley.deploy.acceptance.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.deploy.acceptance.line.HistoryRow;
import dev.parley.deploy.acceptance.line.ReceivedMessage;
import dev.parley.deploy.acceptance.line.Reply;
import dev.parley.deploy.acceptance.people.OnParley;
import dev.parley.deploy.acceptance.people.People;
import dev.parley.deploy.acceptance.people.Person;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

@OnParley
class HistoryCommandIT {

  @Test
  void showsADirectConversationOldestFirst(People people) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.online("bert");
    anna.tell(bert, "one");
    bert.tell(anna, "two");

    // When
    Reply reply = bert.ask("history @" + anna);

    // Then
    assertThat(reply.line()).isEqualTo("+ok history @" + anna + " 2");
    assertThat(rows(reply)).extracting(HistoryRow::text).containsExactly("one", "two");
    assertThat(rows(reply)).extracting(HistoryRow::seq).containsExactly(1L, 2L);
    assertThat(rows(reply))
        .extracting(HistoryRow::author)
        .containsExactly(anna.handle(), bert.handle());
  }

  @Test
  void showsTheTimeThatTheReaderSaw(People people) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.online("bert");
    anna.tell(bert, "now");
    ReceivedMessage received = bert.awaitMessage("now");

    // When
    Reply reply = anna.ask("history @" + bert);

    // Then
    assertThat(rows(reply)).singleElement().extracting(HistoryRow::time).isEqualTo(received.time());
  }

  @Test
  void showsTheLastFiftyIfNotToldOtherwise(People people) {
    // Given
    Person bert = people.registered("bert");
    Person anna = writerOf(60, bert, people);

    // When
    Reply reply = anna.ask("history @" + bert);

    // Then
    assertThat(rows(reply)).extracting(HistoryRow::seq).containsExactlyElementsOf(seqs(11, 60));
  }

  @Test
  void showsAsManyAsAskedFor(People people) {
    // Given
    Person bert = people.registered("bert");
    Person anna = writerOf(10, bert, people);

    // When
    Reply reply = anna.ask("history @" + bert + " 3");

    // Then
    assertThat(rows(reply)).extracting(HistoryRow::seq).containsExactly(8L, 9L, 10L);
  }

  @Test
  void showsWhatStandsBeforeASeq(People people) {
    // Given
    Person bert = people.registered("bert");
    Person anna = writerOf(10, bert, people);

    // When
    Reply reply = anna.ask("history @" + bert + " 3 before 6");

    // Then
    assertThat(rows(reply)).extracting(HistoryRow::seq).containsExactly(3L, 4L, 5L);
  }

  @Test
  void takesBeforeWithoutANumber(People people) {
    // Given
    Person bert = people.registered("bert");
    Person anna = writerOf(4, bert, people);

    // When
    Reply reply = anna.ask("history @" + bert + " before 3");

    // Then
    assertThat(rows(reply)).extracting(HistoryRow::seq).containsExactly(1L, 2L);
  }

  @Test
  void showsAtMostTwoHundred(People people) {
    // Given
    Person bert = people.registered("bert");
    Person anna = writerOf(205, bert, people);

    // When
    Reply reply = anna.ask("history @" + bert + " 200");

    // Then
    assertThat(rows(reply)).extracting(HistoryRow::seq).containsExactlyElementsOf(seqs(6, 205));
    assertThat(anna.ask("history @" + bert + " 201").rows()).hasSizeLessThanOrEqualTo(200);
  }

  @Test
  void showsAGroupToItsMembers(People people) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.online("bert");
    String group = People.unique("team");
    anna.must("create group " + group + " " + bert);
    long seq = anna.tellGroup(group, "kept");

    // When
    Reply reply = bert.ask("history #" + group);

    // Then
    assertThat(reply.line()).isEqualTo("+ok history #" + group + " " + reply.rows().size());
    assertThat(rows(reply))
        .filteredOn(row -> row.text().equals("kept"))
        .singleElement()
        .extracting(HistoryRow::seq)
        .isEqualTo(seq);
  }

  @Test
  void isEmptyBeforeTheFirstMessage(People people) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.registered("bert");

    // When
    Reply reply = anna.ask("history @" + bert);

    // Then
    assertThat(reply.line()).isEqualTo("+ok history @" + bert + " 0");
  }

  private static Person writerOf(int messages, Person addressee, People people) {
    Person writer = people.busy().login();
    for (int i = 1; i <= messages; i++) {
      writer.client().send("message " + addressee + " line " + i);
    }
    for (int i = 1; i <= messages; i++) {
      assertThat(writer.client().awaitReply().line())
          .isEqualTo("+ok message @" + addressee + " " + i);
    }
    return writer;
  }

  private static List<HistoryRow> rows(Reply reply) {
    return reply.rows().stream().map(HistoryRow::of).toList();
  }

  private static List<Long> seqs(long first, long last) {
    return LongStream.rangeClosed(first, last).boxed().toList();
  }
}
