package dev.parley.routing.post;

import dev.parley.contracts.MessageText;
import dev.parley.contracts.audit.AuditAction;
import dev.parley.contracts.audit.AuditEvent;
import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.conversation.EntryKind;
import dev.parley.contracts.conversation.Post;
import dev.parley.routing.conversation.Cause;
import dev.parley.routing.conversation.Draft;
import dev.parley.routing.conversation.EntryKey;
import dev.parley.routing.conversation.MessageDraft;
import dev.parley.routing.conversation.MessageKey;
import dev.parley.routing.conversation.Muting;
import dev.parley.routing.conversation.Needs;
import dev.parley.routing.conversation.RecordHandler;
import dev.parley.routing.conversation.Refusal;
import dev.parley.routing.conversation.Step;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Appends messages. A repeated post gets the seq it already has, whatever has changed since.
@Singleton
public final class PostHandler implements RecordHandler<Post> {
  private final AuditConfig config;

  /// Prepares the handler.
  ///
  /// @param config whether messages are told to the audit
  public PostHandler(AuditConfig config) {
    this.config = config;
  }

  @Override
  public Class<Post> kind() {
    return Post.class;
  }

  @Override
  public void needs(Post post, Needs needs) {
    PostRules.needs(post.conversation(), post.sender(), needs);
    needs.post(key(post));
    Long answers = post.answers();
    if (answers != null) {
      needs.message(new MessageKey(post.conversation(), answers));
    }
  }

  @Override
  public void apply(Post post, Step step) {
    EntryKey key = key(post);
    Entry known = step.stored().find(key);
    if (known != null) {
      answerAgain(post, known, step);
      return;
    }
    Draft draft = step.draft(post.conversation());
    String text = MessageText.clean(post.text());
    Refusal refusal = refusal(post, text, draft, step);
    if (refusal == null) {
      store(post, text, key, draft, step);
    } else if (step.stored().isComplete()) {
      step.refuse(post.replyTo(), refusal);
    } else {
      step.stored().demandComplete();
    }
  }

  @Override
  public void repeat(Post post, Step step) {
    Entry known = step.stored().find(key(post));
    if (known == null) {
      step.refuse(post.replyTo(), Refusal.unknownOutcome());
      return;
    }
    step.deliverAgain(post.conversation(), known);
    answerAgain(post, known, step);
    if (known.at() == step.cause().at()) {
      cause(post, known, step);
    }
  }

  private static EntryKey key(Post post) {
    return new EntryKey(post.conversation(), post.sender(), post.clientMessageId());
  }

  private static void answerAgain(Post post, Entry known, Step step) {
    if (known.kind() == EntryKind.MESSAGE) {
      step.effects().acknowledge(post.replyTo(), known);
    } else {
      step.refuse(post.replyTo(), Refusal.badCommand("the client message id is taken"));
    }
  }

  private static @Nullable Refusal refusal(Post post, String text, Draft draft, Step step) {
    if (text.isEmpty()) {
      return Refusal.badCommand("the message is empty");
    }
    String id = post.clientMessageId();
    if (!MessageText.clean(id).equals(id)) {
      return Refusal.badCommand("the client message id has characters that it may not have");
    }
    Refusal refusal = PostRules.check(post.sender(), draft, step);
    if (refusal == null) {
      refusal = Muting.check(post.sender(), draft, step);
    }
    if (refusal == null) {
      refusal = SealRule.check(text, draft);
    }
    return refusal == null ? checkAnswered(post, draft) : refusal;
  }

  private static @Nullable Refusal checkAnswered(Post post, Draft draft) {
    Long answers = post.answers();
    if (answers == null) {
      return null;
    }
    MessageDraft answered = draft.message(answers);
    return answered == null || answered.isDeleted() ? Refusal.noSuchMessage(answers) : null;
  }

  private void store(Post post, String text, EntryKey key, Draft draft, Step step) {
    // Of what may be posted to, only direct conversations come into being by a post.
    DirectStart.ensure(draft, step);
    Entry entry = step.post(draft, key, text, post.answers(), post.attachment());
    step.effects().acknowledge(post.replyTo(), entry);
    cause(post, entry, step);
  }

  /// What the entry makes others know, beside its subscribers.
  private void cause(Post post, Entry entry, Step step) {
    DirectStart.inform(post.conversation(), entry, step);
    if (config.messages()) {
      step.audit(event(post, entry, step.cause()));
    }
  }

  private static AuditEvent event(Post post, Entry entry, Cause cause) {
    return new AuditEvent(
        cause.offset(),
        0,
        cause.at(),
        AuditAction.MESSAGE_POSTED,
        post.sender(),
        post.conversation(),
        null,
        entry.seq(),
        utf8Length(entry.text()),
        null,
        null);
  }

  private static int utf8Length(@Nullable String text) {
    return text == null ? 0 : text.getBytes(StandardCharsets.UTF_8).length;
  }
}
