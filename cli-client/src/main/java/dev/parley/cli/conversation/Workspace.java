package dev.parley.cli.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.cli.frame.Entry;
import dev.parley.cli.frame.Event;
import dev.parley.cli.frame.Frames;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// All that one account sees: its conversations, the people, and what it is about to write. On the
/// loop only.
public final class Workspace {

  private final String me;
  private final Server server;
  private final InstantSource clock;
  private final WorkspaceListener listener;
  private final ConversationList conversations;
  private final People people = new People();
  private final Receipts receipts;
  private final Writer writer;
  private final Pages pages;
  private boolean loaded;

  /// Makes the workspace of an account; it knows nothing but the lobby.
  ///
  /// @param me the handle
  /// @param server what can be asked
  /// @param clock the time
  /// @param listener hears what changes
  public Workspace(String me, Server server, InstantSource clock, WorkspaceListener listener) {
    this.me = me;
    this.server = server;
    this.clock = clock;
    this.listener = listener;
    this.receipts = new Receipts(server);
    this.writer = new Writer(me, server, this::conversation, listener);
    this.pages = new Pages(server, this::conversation, people::isBlocked);
    this.conversations = new ConversationList(this::make);
  }

  /// {@return handle of the account}
  public String me() {
    return me;
  }

  /// {@return who is here}
  public People people() {
    return people;
  }

  /// {@return what is to be sent}
  public Outbox outbox() {
    return writer.outbox();
  }

  /// {@return the conversation, made where it is not known yet}
  ///
  /// @param id `@bob` or `#name`
  public Conversation conversation(String id) {
    return conversations.get(id);
  }

  /// {@return whether the conversations were listed once}
  public boolean isLoaded() {
    return loaded;
  }

  /// {@return whether a conversation is known}
  ///
  /// @param id `@bob` or `#name`
  public boolean knows(String id) {
    return conversations.knows(id);
  }

  /// {@return all conversations: the lobby, groups, then people, each in order of their names}
  public List<Conversation> inOrder() {
    return conversations.inOrder();
  }

  /// {@return how far each conversation has arrived, by the spelling of the server}
  public Map<String, Long> cursors() {
    return conversations.cursors();
  }

  /// A connection serves the session: asks how things are, and sends what waits.
  ///
  /// @return done when the conversations are known
  public CompletableFuture<Void> onLive() {
    outbox().flush();
    refreshPeople();
    return refresh();
  }

  /// The person leaves: tells what has arrived, so that it does not come again.
  public void onLeave() {
    receipts.flush();
  }

  /// Takes an event.
  ///
  /// @param event any
  public void onEvent(Event event) {
    switch (event) {
      case Entry entry -> {
        Conversation of = conversation(Names.canonical(entry.conversation(), me));
        of.spelling(entry.conversation());
        of.log().offer(entry.in(of.id()));
      }
      case Event.Membership(String where, String by, boolean added) ->
          onMembership(Names.canonical(where, me), by, added);
      case Event.Presence(String user, String state) -> people.onPresence(user, state);
      case Event.Typing(String where, String user) ->
          conversation(Names.canonical(where, me)).onTyping(user);
      case Event.Notice(String text) -> listener.onNotice(text);
      case Event.KeyChanged(String user) -> listener.onKeyChanged(user);
      case Event.DeviceAdded(String user, String names) -> listener.onDeviceAdded(user, names);
      case Event.Opened opened -> onOpened(opened);
    }
    listener.onChanged();
  }

  /// Sends a message, now or when there is a connection.
  ///
  /// @param to `@bob` or `#name`
  /// @param text up to 4,000 characters
  /// @param replyTo number of the message it answers
  /// @return whether there was room for it
  public boolean send(String to, String text, @Nullable Long replyTo) {
    return writer.write(to, text, replyTo);
  }

  /// Changes a message.
  ///
  /// @param type `edit`, `delete`, `react`, `pin` or `encrypt`
  /// @param id the conversation
  /// @param fields `seq`, and what the type needs beside `conversation` and `clientId`
  /// @param entry the entry that the answer stands for
  /// @return the entry, when it is in the log; number 0 says that it was so already, and none was
  ///   made
  public CompletableFuture<Entry> change(
      String type, String id, ObjectNode fields, Function<JsonNode, Entry> entry) {
    return writer.change(type, id, fields, entry);
  }

  /// Says that everything up to a number was read.
  ///
  /// @param conversation where
  /// @param seq the number
  public void markRead(Conversation conversation, long seq) {
    if (seq <= conversation.read() || !server.isLive()) {
      return;
    }
    conversation.onRead(seq);
    server.ask(
        "read",
        Frames.JSON.createObjectNode().put("conversation", conversation.id()).put("seq", seq));
    listener.onChanged();
  }

  /// Asks for a page of messages, and merges it.
  ///
  /// @param id the conversation
  /// @param place `before`, `after`, `around`, `limit`
  /// @return the page, oldest first
  public CompletableFuture<Page> history(String id, ObjectNode place) {
    return pages.fetch(id, place);
  }

  /// Asks who is in a group, for completion and listings.
  ///
  /// @param id the group
  /// @return handles
  public CompletableFuture<List<String>> members(String id) {
    return server
        .ask("members", Frames.JSON.createObjectNode().put("group", Names.bare(id)))
        .thenApply(answer -> {
          List<String> members = handles(answer.path("members"));
          conversation(id).members(members);
          return members;
        });
  }

  /// Asks for all conversations.
  ///
  /// @return done when they are known; never exceptionally
  public CompletableFuture<Void> refresh() {
    return server
        .ask("conversations", Frames.JSON.createObjectNode())
        .handle((answer, failure) -> {
          if (failure == null) {
            answer.path("conversations").forEach(this::onSummary);
            loaded = true;
            people.onBlocked(handles(answer.path("blocked")));
            listener.onChanged();
          }
          return null;
        });
  }

  /// Forgets a conversation that one left.
  ///
  /// @param id the conversation
  public void forget(String id) {
    conversations.forget(id);
    listener.onChanged();
  }

  private Conversation make(String id) {
    return new Conversation(
        id,
        me,
        clock,
        () -> !people.isAway(),
        this::onApplied,
        (after, before) -> pages.fill(id, after, before));
  }

  private void onApplied(Conversation conversation, Entry entry) {
    receipts.onArrived(conversation.spelling(), entry.seq());
    if (entry instanceof Entry.Message message && message.clientId() != null) {
      outbox().onSeen(message.clientId());
    }
    listener.onEntry(conversation, entry);
  }

  private void onOpened(Event.Opened opened) {
    Conversation of = conversation(Names.canonical(opened.conversation(), me));
    of.log()
        .open(opened.target(), opened.text(), opened.file())
        .ifPresent(message -> listener.onOpened(of, message));
  }

  private void onMembership(String id, String by, boolean added) {
    if (added) {
      conversation(id);
      refresh();
    } else {
      forget(id);
    }
    listener.onMembership(id, by, added);
  }

  private void onSummary(JsonNode row) {
    conversation(Names.canonical(Frames.text(row, "id"), me)).onSummary(row, !loaded);
  }

  private void refreshPeople() {
    server
        .ask("whoElse", Frames.JSON.createObjectNode())
        .thenAccept(answer -> {
          Map<String, String> online = new HashMap<>();
          for (JsonNode row : answer.path("users")) {
            online.put(Frames.text(row, "user"), Frames.text(row, "state"));
          }
          people.onOnline(online);
          listener.onChanged();
        });
  }

  private static List<String> handles(JsonNode array) {
    List<String> handles = new ArrayList<>();
    array.forEach(each -> handles.add(each.asText()));
    return handles;
  }
}
