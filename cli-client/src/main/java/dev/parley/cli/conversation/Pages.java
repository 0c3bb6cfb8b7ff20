package dev.parley.cli.conversation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.cli.frame.Entry;
import dev.parley.cli.frame.Frames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;

/// Fetches pages of stored messages: those that somebody asks for, and those that close a hole.
final class Pages {

  private static final int HOLE_PAGE = 200;

  private final Server server;
  private final Function<String, Conversation> conversations;
  private final Predicate<String> blocked;

  /// @param server is asked
  /// @param conversations by id, made where they are not known
  /// @param blocked whether what a handle wrote is left out of a hole
  Pages(Server server, Function<String, Conversation> conversations, Predicate<String> blocked) {
    this.server = server;
    this.conversations = conversations;
    this.blocked = blocked;
  }

  /// Asks for a page, and merges it into the log.
  CompletableFuture<Page> fetch(String id, ObjectNode place) {
    return server
        .ask("history", place.put("conversation", id))
        .thenApply(answer -> {
          List<Message> page = new ArrayList<>();
          answer.path("messages").forEach(row -> page.add(Message.of(row)));
          conversations.apply(id).log().merge(page);
          return new Page(page, answer.path("more").asBoolean());
        });
  }

  /// Fetches what lies between two numbers, both excluded, and gives it to the log.
  void fill(String id, long after, long before) {
    ObjectNode place = Frames.JSON.createObjectNode().put("after", after).put("limit", HOLE_PAGE);
    fetch(id, place)
        .whenComplete((page, failure) -> {
          ConversationLog log = conversations.apply(id).log();
          if (failure == null) {
            log.close(closed(page, before), entries(id, page.messages()));
          } else {
            log.giveUp();
          }
        });
  }

  /// {@return the number before which everything is known now} The rest of a large hole is asked
  /// for next.
  private static long closed(Page page, long before) {
    boolean all = !page.more() || page.messages().isEmpty();
    return all ? before : Math.min(before, page.messages().getLast().seq() + 1);
  }

  private List<Entry> entries(String id, Collection<Message> page) {
    List<Entry> entries = new ArrayList<>();
    for (Message each : page) {
      if (!blocked.test(each.from()) && !each.isDeleted()) {
        entries.add(
            new Entry.Message(
                id,
                each.seq(),
                each.at(),
                each.from(),
                each.text(),
                each.replyTo(),
                null,
                each.file(),
                each.sealed()));
      }
    }
    return entries;
  }
}
