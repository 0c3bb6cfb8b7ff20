package dev.parley.cli.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.cli.connection.RefusedException;
import dev.parley.cli.frame.Entry;
import dev.parley.cli.frame.Event;
import dev.parley.cli.frame.Frames;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WorkspaceTest {

  private static final String STORED =
      "{\"conversation\":\"@ann+bob\",\"seq\":%d,\"at\":\"2026-11-20T14:00:00.000Z\"}";

  private final FakeServer server = new FakeServer();
  private final List<String> shown = new ArrayList<>();
  private final Workspace workspace =
      new Workspace("ann", server, InstantSource.fixed(Instant.EPOCH), new Shown());

  @Test
  void showsAMessageOnceItIsStored() {
    // Given
    workspace.send("@bob", "hello", null);
    assertThat(workspace.outbox().pending()).hasSize(1);
    assertThat(shown).isEmpty();

    // When
    server.take("send").answer(STORED.formatted(1));

    // Then
    assertThat(workspace.outbox().pending()).isEmpty();
    assertThat(shown).containsExactly("@bob 1 hello");
  }

  @Test
  void sendsAgainUnderTheSameIdWhenTheAnswerWasLost() {
    // Given
    workspace.send("@bob", "hello", null);
    FakeServer.Asked first = server.take("send");
    server.live = false;
    first.refuse("unavailable");
    assertThat(workspace.outbox().pending()).hasSize(1);

    // When
    server.live = true;
    workspace.onLive();

    // Then
    FakeServer.Asked again = server.take("send");
    assertThat(again.fields().path("clientId")).isEqualTo(first.fields().path("clientId"));
    again.answer(STORED.formatted(1));
    assertThat(shown).containsExactly("@bob 1 hello");
  }

  @Test
  void doesNotSendAgainWhatComesBackAsAnEvent() {
    // Given
    workspace.send("@bob", "hello", null);
    FakeServer.Asked first = server.take("send");
    String clientId = first.fields().path("clientId").asText();
    server.live = false;
    first.refuse("unavailable");

    // When
    workspace.onEvent(new Entry.Message("@ann+bob", 1, Entries.AT, "ann", "hello", null, clientId));
    server.live = true;
    workspace.onLive();

    // Then
    assertThat(server.asked).noneMatch(asked -> asked.type().equals("send"));
    assertThat(shown).containsExactly("@bob 1 hello");
  }

  @Test
  void keepsTheOrderOfAConversation() {
    // When
    workspace.send("@bob", "one", null);
    workspace.send("@bob", "two", null);

    // Then
    FakeServer.Asked one = server.take("send");
    assertThat(server.asked).isEmpty();
    one.answer(STORED.formatted(1));
    assertThat(server.take("send").fields().path("text").asText()).isEqualTo("two");
  }

  @Test
  void marksWhatWasRefusedAndTriesAgainWhenAsked() {
    // Given
    workspace.send("@bob", "hello", null);

    // When
    server.take("send").refuse("blocked");

    // Then
    assertThat(shown).containsExactly("failed hello blocked");
    assertThat(workspace.outbox().pending().getFirst().failed()).isEqualTo("blocked");

    // When
    workspace.outbox().retry();

    // Then
    assertThat(server.take("send").fields().path("text").asText()).isEqualTo("hello");
  }

  @Test
  void countsACallToThoseWhoAreHereUnlessOneIsAway() {
    // Given
    workspace.onEvent(Entries.message(1, "bob", "@here lunch"));
    workspace.people().away(true);
    workspace.onEvent(Entries.message(2, "bob", "@here dinner"));
    workspace.people().away(false);
    workspace.onEvent(Entries.message(3, "bob", "@here supper"));
    Conversation team = workspace.conversation("#team");
    assertThat(team.mentions()).isEqualTo(2);

    // When
    workspace.markRead(team, 1);

    // Then
    assertThat(team.mentions()).isEqualTo(1);
  }

  @Test
  void countsWhatWasNotReadAndWhatCalls() {
    // Given
    workspace.onEvent(Entries.message(1, "bob", "hi"));
    workspace.onEvent(Entries.message(2, "bob", "@ann look"));
    Conversation team = workspace.conversation("#team");
    assertThat(team.unread()).isEqualTo(2);
    assertThat(team.mentions()).isEqualTo(1);

    // When
    workspace.markRead(team, 2);

    // Then
    assertThat(team.unread()).isZero();
    assertThat(team.mentions()).isZero();
    assertThat(server.take("read").fields().path("seq").asLong()).isEqualTo(2);
  }

  @Test
  void tellsOnceASecondHowFarThingsHaveArrived() {
    // Given
    workspace.onEvent(Entries.message(1, "bob", "one"));
    workspace.onEvent(Entries.message(2, "bob", "two"));
    assertThat(server.told).isEmpty();

    // When
    server.runLater();

    // Then
    assertThat(server.told).hasSize(1);
    assertThat(server.told.getFirst().path("cursors").path("#team").asLong()).isEqualTo(2);
  }

  @Test
  void fillsAHoleFromHistoryWithoutWhatABlockedPersonWrote() {
    // Given
    workspace.onLive();
    server.take("conversations").answer("{\"conversations\":[],\"blocked\":[\"eve\"]}");
    workspace.onEvent(Entries.message(1, "bob", "one"));
    workspace.onEvent(Entries.message(4, "bob", "four"));

    // When
    server
        .take("history")
        .answer(
            """
            {"messages":[{"seq":2,"from":"bob","text":"two","at":"2026-11-20T14:00:00.000Z"},
            {"seq":3,"from":"eve","text":"x","at":"2026-11-20T14:00:00.000Z"}],"more":false}
            """);

    // Then
    assertThat(shown).containsExactly("#team 1 one", "#team 2 two", "#team 4 four");
  }

  @Test
  void namesConversationsAsTheServerDoesWhenItResumes() {
    // When
    workspace.onEvent(new Entry.Message("@ann+bob", 3, Entries.AT, "bob", "hi", null, null));

    // Then
    assertThat(workspace.cursors()).containsEntry("@ann+bob", 3L);
    assertThat(workspace.conversation("@bob").unread()).isEqualTo(1);
  }

  @Test
  void takesAnAnswerThatStandsForNoEntryForNone() {
    // Given
    CompletableFuture<Entry> asked =
        workspace.change(
            "encrypt",
            "@bob",
            Frames.JSON.createObjectNode().put("encrypted", true),
            answer ->
                new Entry.Encryption("@bob", answer.path("seq").asLong(), Entries.AT, "ann", true));

    // When
    server.take("encrypt").answer(STORED.formatted(0));
    workspace.onEvent(new Entry.Encryption("@ann+bob", 1, Entries.AT, "bob", true));
    workspace.onEvent(new Entry.Message("@ann+bob", 2, Entries.AT, "bob", "hi", null, null));

    // Then
    assertThat(asked.join().seq()).isZero();
    assertThat(shown).hasSize(2).first().asString().startsWith("@bob 1 ");
    assertThat(shown).last().isEqualTo("@bob 2 hi");
    assertThat(workspace.cursors()).containsEntry("@ann+bob", 2L);
  }

  @Test
  void showsATextThatOpensLater() {
    // Given
    workspace.onEvent(sealed(1, "unknown_device"));
    workspace.onEvent(sealed(2, null));

    // When
    workspace.onEvent(new Event.Opened("@ann+bob", 1, "hello", null));
    workspace.onEvent(new Event.Opened("@ann+bob", 1, "hello again", null));
    workspace.onEvent(new Event.Opened("@ann+bob", 2, "was clear", null));
    workspace.onEvent(new Event.Opened("@ann+bob", 7, "not here", null));

    // Then
    assertThat(shown)
        .filteredOn(each -> each.contains("opened"))
        .containsExactly("@bob 1 opened: hello");
    assertThat(workspace.conversation("@bob").log().message(1).orElseThrow().sealed())
        .isEqualTo("open");
  }

  private static Entry.Message sealed(long seq, @Nullable String reason) {
    return new Entry.Message(
        "@ann+bob", seq, "2026-11-20T14:00:00.000Z", "bob", "…", null, null, null, reason);
  }

  @Test
  void knowsWhoIsHere() {
    workspace.onEvent(new Event.Presence("bob", "away"));
    assertThat(workspace.people().state("bob")).isEqualTo("away");
    workspace.onEvent(new Event.Presence("bob", "offline"));
    assertThat(workspace.people().here()).isEmpty();
  }

  /// Writes down what would be shown.
  private final class Shown implements WorkspaceListener {
    @Override
    public void onKeyChanged(String user) {
      shown.add("key of " + user);
    }

    @Override
    public void onDeviceAdded(String user, String names) {
      shown.add("device of " + user + ": " + names);
    }

    @Override
    public void onEntry(Conversation conversation, Entry entry) {
      String text = entry instanceof Entry.Message message ? message.text() : entry.toString();
      shown.add(conversation.id() + " " + entry.seq() + " " + text);
    }

    @Override
    public void onOpened(Conversation conversation, Message message) {
      shown.add(conversation.id() + " " + message.seq() + " opened: " + message.text());
    }

    @Override
    public void onFailed(Pending message, RefusedException refusal) {
      shown.add("failed " + message.text() + " " + refusal.code());
    }

    @Override
    public void onChanged() {
      // Counts are asked for.
    }

    @Override
    public void onMembership(String conversation, String by, boolean added) {
      shown.add(conversation + " " + added);
    }

    @Override
    public void onNotice(String text) {
      shown.add(text);
    }
  }
}
