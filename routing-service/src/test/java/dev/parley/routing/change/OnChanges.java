package dev.parley.routing.change;

import dev.parley.contracts.auth.Role;
import dev.parley.contracts.conversation.DeleteMessage;
import dev.parley.contracts.conversation.EditMessage;
import dev.parley.contracts.conversation.JoinGroup;
import dev.parley.contracts.conversation.Pin;
import dev.parley.contracts.conversation.Post;
import dev.parley.contracts.conversation.React;
import dev.parley.routing.batch.EngineTest;
import dev.parley.routing.conversation.StoredMessage;
import java.util.Objects;

/// Records that change a message, in the direct conversation of alice and bob or in `#open`.
abstract class OnChanges extends EngineTest {
  static final String THUMB = "\ud83d\udc4d";
  int changes;

  StoredMessage message(long seq) {
    return Objects.requireNonNull(storage.message(DIRECT, seq));
  }

  EditMessage edit(String by, long target, String text) {
    return edit(by, DIRECT, target, text);
  }

  EditMessage edit(String by, String conversation, long target, String text) {
    return new EditMessage(conversation, by, target, text, nextId(), replyTo());
  }

  DeleteMessage withdraw(String by, String conversation, long target, Role role) {
    return new DeleteMessage(conversation, by, target, nextId(), replyTo(), role);
  }

  DeleteMessage delete(String by, long target) {
    return delete(by, DIRECT, target);
  }

  DeleteMessage delete(String by, String conversation, long target) {
    return new DeleteMessage(conversation, by, target, nextId(), replyTo());
  }

  React react(String by, long target, String reaction) {
    return new React(DIRECT, by, target, reaction, false, nextId(), replyTo());
  }

  React unreact(String by, long target, String reaction) {
    return new React(DIRECT, by, target, reaction, true, nextId(), replyTo());
  }

  Pin pin(String by, long target) {
    return new Pin(DIRECT, by, target, false, nextId(), replyTo());
  }

  Pin unpin(String by, long target) {
    return new Pin(DIRECT, by, target, true, nextId(), replyTo());
  }

  JoinGroup join(String account) {
    return new JoinGroup("#open", account, "join-" + account, replyTo());
  }

  Post groupPost(String sender, String clientMessageId) {
    return post("#open", sender, clientMessageId);
  }

  String nextId() {
    changes++;
    return "change-" + changes;
  }
}
