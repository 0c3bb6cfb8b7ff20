package dev.parley.routing.service;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.conversation.DeleteMessage;
import dev.parley.contracts.conversation.EditMessage;
import dev.parley.contracts.conversation.MessageChange;
import dev.parley.contracts.conversation.Pin;
import dev.parley.contracts.conversation.Post;
import dev.parley.contracts.conversation.React;
import dev.parley.contracts.delivery.Acknowledged;
import dev.parley.contracts.delivery.HistoryPage;
import dev.parley.contracts.query.FetchHistory;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// A gateway before the running service, and two accounts that write to each other.
abstract class OnDirect {
  static final String THUMB = "\ud83d\udc4d";
  TestGateway gateway;
  String alice;
  String bob;
  String direct;

  @BeforeEach
  void open() {
    gateway = TestGateway.open();
    alice = gateway.account("alice");
    bob = gateway.account("bob");
    direct = ConversationId.direct(alice, bob);
  }

  @AfterEach
  void close() {
    gateway.close();
  }

  void post(Post post) {
    gateway.write(direct, post);
    gateway.acknowledgement(java.util.Objects.requireNonNull(post.replyTo()));
  }

  HistoryPage history(@Nullable Long before, @Nullable Long after, @Nullable Long around) {
    return (HistoryPage)
        gateway.query(replyTo -> new FetchHistory(bob, direct, before, 4, replyTo, after, around));
  }

  Acknowledged edit(long seq, String text) {
    return change(new EditMessage(direct, alice, seq, text, id(), gateway.nextReplyTo()));
  }

  Acknowledged delete(long seq) {
    return change(new DeleteMessage(direct, alice, seq, id(), gateway.nextReplyTo()));
  }

  Acknowledged react(String by, long seq, String reaction, boolean remove) {
    return change(new React(direct, by, seq, reaction, remove, id(), gateway.nextReplyTo()));
  }

  Acknowledged pin(long seq) {
    return change(new Pin(direct, bob, seq, false, id(), gateway.nextReplyTo()));
  }

  Acknowledged change(MessageChange change) {
    gateway.write(direct, change);
    return gateway.acknowledgement(change.replyTo());
  }

  static String id() {
    return UUID.randomUUID().toString();
  }
}
