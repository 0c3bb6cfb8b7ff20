package dev.parley.cli.screen;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.cli.command.Desk;
import dev.parley.cli.connection.RefusedException;
import dev.parley.cli.conversation.Conversation;
import dev.parley.cli.conversation.Message;
import dev.parley.cli.conversation.Workspace;
import dev.parley.cli.frame.Entry;
import dev.parley.cli.frame.Frames;
import dev.parley.cli.session.Session;
import java.util.ArrayList;
import java.util.List;

/// What of the open conversation is on the screen: its newest page, what comes after it, and older
/// pages when they are asked for.
///
/// What comes while the first page is on its way waits, so that each message is printed once and in
/// order. On the loop only.
final class OpenConversation {

  private static final int MOST_PAGE = 200;

  private final Workspace workspace;
  private final Transcript transcript;
  private final Alerts alerts;
  private final Reading reading;
  private final int history;
  private final List<Entry> held = new ArrayList<>();
  private String id = "";
  private long shownTo;
  private long oldest;
  private boolean loading;

  /// @param workspace of the account
  /// @param transcript where it is printed
  /// @param alerts hears what was printed
  /// @param reading hears up to where
  /// @param history messages of a page
  OpenConversation(
      Workspace workspace, Transcript transcript, Alerts alerts, Reading reading, int history) {
    this.workspace = workspace;
    this.transcript = transcript;
    this.alerts = alerts;
    this.reading = reading;
    this.history = history;
  }

  /// {@return its id; empty before the first is opened}
  String id() {
    return id;
  }

  /// Prints the newest page of a conversation, which is the open one from now on.
  void open(Conversation conversation) {
    id = conversation.id();
    transcript.begin(id);
    String of = id;
    long unreadFrom = conversation.unread() > 0 ? conversation.read() : Long.MAX_VALUE;
    long count = Math.min(MOST_PAGE, Math.max(history, conversation.unread()));
    loading = true;
    held.clear();
    shownTo = 0;
    oldest = 0;
    workspace
        .history(of, Frames.JSON.createObjectNode().put("limit", count))
        .whenComplete((page, failure) -> {
          if (of.equals(id)) {
            List<Message> shown =
                failure == null ? page.messages() : instead(conversation, failure);
            onLoaded(conversation, shown, unreadFrom);
          }
        });
  }

  /// Prints the page before the oldest message that is shown.
  ///
  /// @param count how many; 0 for as many as usual
  void older(int count) {
    if (oldest <= 1) {
      transcript.say("this is the beginning of " + id);
      return;
    }
    String of = id;
    ObjectNode place =
        Frames.JSON
            .createObjectNode()
            .put("before", oldest)
            .put("limit", count > 0 ? count : history);
    workspace
        .history(of, place)
        .whenComplete((page, failure) -> {
          if (failure != null) {
            transcript.refused(Session.refusal(failure));
          } else if (of.equals(id)) {
            showOlder(page.messages());
          }
        });
  }

  void onEntry(Entry entry) {
    if (loading) {
      held.add(entry);
    } else {
      print(entry);
    }
  }

  /// The connection is another one: a page that was on its way will not come.
  void onBack() {
    held.clear();
    loading = false;
  }

  /// {@return what is here, where the server gave no page}
  private List<Message> instead(Conversation conversation, Throwable failure) {
    RefusedException refusal = Session.refusal(failure);
    if (refusal.isPassing()) {
      transcript.say("without a connection: this is what is here");
    } else {
      transcript.refused(refusal);
    }
    return conversation.log().newestFirst().stream().limit(history).toList().reversed();
  }

  private void onLoaded(Conversation conversation, List<Message> page, long unreadFrom) {
    boolean marked = false;
    for (Message message : page) {
      if (!marked && message.seq() > unreadFrom && !message.from().equals(workspace.me())) {
        transcript.rule("new");
        marked = true;
      }
      transcript.message(id, message);
      shownTo = Math.max(shownTo, message.seq());
    }
    oldest = page.isEmpty() ? 1 : page.getFirst().seq();
    loading = false;
    List<Entry> waiting = List.copyOf(held);
    held.clear();
    waiting.forEach(this::print);
    reading.onShown(id, Math.max(shownTo, conversation.head()));
  }

  private void showOlder(List<Message> page) {
    if (page.isEmpty()) {
      oldest = 1;
      transcript.say("this is the beginning of " + id);
      return;
    }
    oldest = page.getFirst().seq();
    transcript.show(
        "before, in " + id, page.stream().map(each -> new Desk.Found(id, each)).toList());
  }

  private void print(Entry entry) {
    if (entry.seq() <= shownTo) {
      return;
    }
    shownTo = entry.seq();
    if (entry instanceof Entry.Message written) {
      Message message =
          workspace
              .conversation(id)
              .log()
              .message(written.seq())
              .orElseThrow(() -> new IllegalStateException("an applied message is in the log"));
      transcript.message(id, message);
      alerts.onOpen(written);
    } else {
      transcript.change(id, entry);
    }
    reading.onShown(id, entry.seq());
  }
}
