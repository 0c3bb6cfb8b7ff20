package dev.parley.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.cli.config.Bell;
import dev.parley.cli.conversation.FakeServer;
import dev.parley.cli.conversation.Workspace;
import dev.parley.cli.frame.Entry;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Ann has the group #team open, where 70 messages are; her talk with bob has one that is new.
class ChatViewTest {

  private static final String AT = "2026-11-20T14:00:00.000Z";
  private static final int PAGE = 20;

  private final FakeServer server = new FakeServer();
  private final RecordingSurface screen = new RecordingSurface();
  private final ChatView view = new ChatView(screen, false);
  private final InstantSource clock = InstantSource.fixed(Instant.EPOCH);
  private final Workspace workspace = new Workspace("ann", server, clock, view);

  @BeforeEach
  void openTheTeam() {
    var times = new Times(ZoneOffset.UTC);
    var theme = new Theme(false);
    var transcript = new Transcript(screen, new Painter(theme, times, "ann"), times, workspace);
    var alerts = new Alerts(screen, transcript, workspace, Bell.MENTIONS);
    var reading = new Reading(workspace, server, clock);
    var open = new OpenConversation(workspace, transcript, alerts, reading, PAGE);
    var lines = new StatusLines(theme, workspace, "example.org");
    view.begin(new ChatView.Stage(workspace, transcript, open, alerts, lines));
    workspace.onLive();
    server
        .take("conversations")
        .answer(
            """
            {"conversations": [
              {"id": "#lobby", "head": 0, "given": 0, "read": 0, "unread": 0, "mentions": 0},
              {"id": "#team", "head": 70, "given": 70, "read": 70, "unread": 0, "mentions": 0},
              {"id": "@ann+bob", "head": 3, "given": 3, "read": 2, "unread": 1, "mentions": 0}]}
            """);
    server.take("whoElse").answer("{\"users\": [{\"user\": \"bob\", \"state\": \"online\"}]}");
    view.open("#team");
    server.take("history").answer(page(51, 70));
  }

  @Test
  void pagesBackToTheBeginning() {
    // When
    view.older(0);
    FakeServer.Asked first = server.take("history");
    first.answer(page(31, 50));
    view.older(40);
    FakeServer.Asked second = server.take("history");
    second.answer(page(1, 30));
    view.older(0);

    // Then
    assertThat(first.fields().path("before").asLong()).isEqualTo(51);
    assertThat(first.fields().path("limit").asInt()).isEqualTo(PAGE);
    assertThat(second.fields().path("before").asLong()).isEqualTo(31);
    assertThat(second.fields().path("limit").asInt()).isEqualTo(40);
    assertThat(screen.printed)
        .containsSubsequence(
            "14:00     51 bob       number 51.", "14:00     50 bob       number 50.")
        .endsWith("-- this is the beginning of #team")
        .filteredOn(row -> row.endsWith("number 1."))
        .hasSize(1);
  }

  @Test
  void saysWhyThereIsNoPage() {
    // When
    view.open("@nobody");
    server.take("history").refuse("no_such_user");

    // Then
    assertThat(screen.printed).endsWith("!! there is nobody of this name");

    // When
    view.open("#team");
    server.take("history").refuse("unavailable");

    // Then
    assertThat(screen.printed)
        .contains("-- without a connection: this is what is here")
        .last()
        .asString()
        .endsWith("number 70.");
  }

  @Test
  void showsAndHidesTheConversations() {
    // Given
    String state = " ann@example.org │ #team │ @bob 1 ";
    assertThat(screen.status).containsExactly(state);

    // When
    view.sidebar(true);

    // Then
    assertThat(screen.status).containsExactly("  #lobby", "> #team", "  @bob ●  1", state);

    // When
    view.sidebar(false);

    // Then
    assertThat(screen.status).containsExactly(state);
  }

  @Test
  void marksWhatWasRefusedUntilItIsTriedAgainOrThrownAway() {
    // Given
    workspace.send("@bob", "hello", null);
    assertThat(screen.status.getFirst()).isEqualTo("… @bob hello");

    // When
    server.take("send").refuse("blocked");

    // Then
    assertThat(screen.status.getFirst()).isEqualTo("✗ @bob hello  (blocked; /retry or /discard)");
    assertThat(screen.printed.getLast()).startsWith("!! ✗ not sent to @bob: hello");

    // When
    workspace.outbox().retry();

    // Then
    assertThat(screen.status.getFirst()).isEqualTo("… @bob hello");

    // When
    server.take("send").refuse("blocked");
    workspace.outbox().discard();

    // Then
    assertThat(screen.status).hasSize(1);
  }

  @Test
  void ringsForCallsAndForWhatIsForOneAlone() {
    // When
    say("#team", 71, "nothing for anybody");
    say("#lobby", 1, "nor this");

    // Then
    assertThat(screen.bells).isZero();

    // When
    say("#team", 72, "here, @ann?");
    say("#lobby", 2, "@ann, there");
    say("@ann+bob", 4, "between us");

    // Then
    assertThat(screen.bells).isEqualTo(3);
    assertThat(screen.printed)
        .endsWith("-- → #lobby bob: @ann, there", "-- → @bob: between us")
        .noneMatch(row -> row.contains("nor this"));
    assertThat(screen.status.getLast()).contains("#lobby 2!", "@bob 2");
  }

  private void say(String conversation, long seq, String text) {
    workspace.onEvent(new Entry.Message(conversation, seq, AT, "bob", text, null, null));
  }

  private static String page(long from, long to) {
    return LongStream.rangeClosed(from, to)
        .mapToObj(seq ->
            "{\"seq\": %d, \"at\": \"%s\", \"from\": \"bob\", \"text\": \"number %d.\"}"
                .formatted(seq, AT, seq))
        .collect(Collectors.joining(",", "{\"messages\": [", "], \"more\": true}"));
  }
}
