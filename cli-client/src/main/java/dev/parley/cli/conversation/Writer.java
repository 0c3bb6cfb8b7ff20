package dev.parley.cli.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.cli.connection.RefusedException;
import dev.parley.cli.frame.Entry;
import dev.parley.cli.frame.Frames;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Writes into conversations: messages by way of the outbox, changes at once. The entry that an
/// answer stands for takes its place in the log, whether its event comes before or after. On the
/// loop only.
final class Writer implements Outbox.Ports {

  private final String me;
  private final Server server;
  private final Function<String, Conversation> conversations;
  private final WorkspaceListener listener;
  private final Outbox outbox = new Outbox(this);

  /// @param me the author
  /// @param server stores what is written
  /// @param conversations by id, made where they are not known
  /// @param listener hears what was refused, and when other messages wait
  Writer(
      String me,
      Server server,
      Function<String, Conversation> conversations,
      WorkspaceListener listener) {
    this.me = me;
    this.server = server;
    this.conversations = conversations;
    this.listener = listener;
  }

  Outbox outbox() {
    return outbox;
  }

  /// {@return whether there was room for the message}
  boolean write(String to, String text, @Nullable Long replyTo) {
    Conversation known = conversations.apply(to);
    return outbox.add(new Pending(newId(), known.id(), text, replyTo, null));
  }

  /// Asks for a change of a message.
  ///
  /// @return the entry, when it is in the log; number 0 says that it was so already, and none was
  ///   made
  CompletableFuture<Entry> change(
      String type, String id, ObjectNode fields, Function<JsonNode, Entry> entry) {
    ConversationLog log = conversations.apply(id).log();
    fields.put("conversation", id).put("clientId", newId());
    log.onAsked();
    return server
        .ask(type, fields)
        .thenApply(answer -> {
          Entry made = entry.apply(answer);
          if (made.seq() > 0) {
            log.offer(made);
          }
          return made;
        })
        .whenComplete((_, _) -> log.onAnswered());
  }

  @Override
  public CompletableFuture<JsonNode> send(Pending message) {
    Conversation to = conversations.apply(message.to());
    ObjectNode fields =
        Frames.JSON
            .createObjectNode()
            .put("to", message.to())
            .put("text", message.text())
            .put("clientId", message.clientId());
    if (message.replyTo() != null) {
      fields.put("replyTo", message.replyTo());
    }
    to.log().onAsked();
    return server
        .ask("send", fields)
        .whenComplete((answer, failure) -> {
          if (failure == null) {
            to.spelling(Frames.text(answer, "conversation"));
            to.log().offer(stored(message, answer));
          }
          to.log().onAnswered();
        });
  }

  @Override
  public boolean isReady() {
    return server.isLive();
  }

  @Override
  public void later(Duration pause, Runnable action) {
    server.later(pause, action);
  }

  @Override
  public void onFailed(Pending message, RefusedException refusal) {
    listener.onFailed(message, refusal);
  }

  @Override
  public void onChanged() {
    listener.onChanged();
  }

  private Entry stored(Pending message, JsonNode answer) {
    return new Entry.Message(
        message.to(),
        answer.path("seq").asLong(),
        Frames.text(answer, "at"),
        me,
        message.text(),
        message.replyTo(),
        message.clientId(),
        null,
        Frames.sealed(answer));
  }

  private static String newId() {
    return UUID.randomUUID().toString();
  }
}
