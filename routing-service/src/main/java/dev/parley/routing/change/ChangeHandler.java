package dev.parley.routing.change;

import dev.parley.contracts.MessageText;
import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.conversation.EntryKind;
import dev.parley.contracts.conversation.MessageChange;
import dev.parley.contracts.delivery.Acknowledged;
import dev.parley.routing.conversation.Draft;
import dev.parley.routing.conversation.EntryKey;
import dev.parley.routing.conversation.MessageDraft;
import dev.parley.routing.conversation.MessageKey;
import dev.parley.routing.conversation.Muting;
import dev.parley.routing.conversation.Needs;
import dev.parley.routing.conversation.RecordHandler;
import dev.parley.routing.conversation.Refusal;
import dev.parley.routing.conversation.Step;
import dev.parley.routing.post.PostRules;
import org.jspecify.annotations.Nullable;

/// What changes to messages have in common: who may ask, what is stored, what is answered.
///
/// A repeated change gets the seq it already has. What is so already makes no entry, and is
/// acknowledged with 0: the seq of another entry would be taken for that of the change.
///
/// @param <R> the kind of record
abstract class ChangeHandler<R extends MessageChange> implements RecordHandler<R> {
  /// Stands for no entry: whoever asked puts theirs where the answer says.
  private static final long NO_ENTRY = 0;

  /// {@return what the change's entry is}
  abstract EntryKind entryKind(R change);

  /// {@return the new text or the reaction as it is stored; `null` if the change has none}
  abstract @Nullable String text(R change);

  /// {@return why the change of this message is refused, or `null` if it is not}
  abstract @Nullable Refusal refusal(R change, MessageDraft message, Step step);

  /// {@return whether the message is already as it is to be}
  boolean isSo(R change, MessageDraft message) {
    return false;
  }

  /// {@return whether it is done for who is no member, and has the right nevertheless}
  boolean isFromAbove(R change, Draft draft) {
    return false;
  }

  /// {@return whether it takes something back, which even who may not write may do}
  boolean isWithdrawal(R change) {
    return false;
  }

  /// What the change makes others know, beside its subscribers.
  void cause(R change, Entry entry, Step step) {}

  /// {@return the entry of the change, appended}
  Entry append(R change, Draft draft, EntryKey key, MessageDraft message, Step step) {
    return step.write(draft, entryKind(change), key, text(change), change.target());
  }

  @Override
  public void needs(R change, Needs needs) {
    PostRules.needs(change.conversation(), change.by(), needs);
    needs.entry(key(change));
    needs.message(new MessageKey(change.conversation(), change.target()));
  }

  @Override
  public void apply(R change, Step step) {
    Entry known = step.stored().find(key(change));
    if (known != null) {
      answerAgain(change, known, step);
      return;
    }
    Draft draft = step.draft(change.conversation());
    MessageDraft message = draft.message(change.target());
    Refusal refusal = check(change, draft, message, step);
    if (refusal != null || message == null) {
      step.refuse(
          change.replyTo(), refusal != null ? refusal : Refusal.noSuchMessage(change.target()));
    } else if (isSo(change, message)) {
      acknowledge(change, NO_ENTRY, step.cause().at(), step);
    } else {
      store(change, draft, message, step);
    }
  }

  @Override
  public void repeat(R change, Step step) {
    Entry known = step.stored().find(key(change));
    if (known == null) {
      repeatWithoutEntry(change, step);
      return;
    }
    step.deliverAgain(change.conversation(), known);
    answerAgain(change, known, step);
    if (known.at() == step.cause().at()) {
      cause(change, known, step);
    }
  }

  /// It was refused, or was so already; which of both can be told only if it is so still.
  private void repeatWithoutEntry(R change, Step step) {
    MessageDraft message = step.draft(change.conversation()).message(change.target());
    if (message != null && !message.isDeleted() && isSo(change, message)) {
      acknowledge(change, NO_ENTRY, step.cause().at(), step);
    } else {
      step.refuse(change.replyTo(), Refusal.unknownOutcome());
    }
  }

  private @Nullable Refusal check(
      R change, Draft draft, @Nullable MessageDraft message, Step step) {
    String id = change.clientMessageId();
    if (!MessageText.clean(id).equals(id)) {
      return Refusal.badCommand("the client message id has characters that it may not have");
    }
    Refusal refusal = checkPlace(change, draft, step);
    if (refusal != null) {
      return refusal;
    }
    return message == null || message.isDeleted()
        ? Refusal.noSuchMessage(change.target())
        : refusal(change, message, step);
  }

  private @Nullable Refusal checkPlace(R change, Draft draft, Step step) {
    if (isFromAbove(change, draft)) {
      return null;
    }
    Refusal refusal = PostRules.check(change.by(), draft, step);
    return refusal != null || isWithdrawal(change)
        ? refusal
        : Muting.check(change.by(), draft, step);
  }

  private void store(R change, Draft draft, MessageDraft message, Step step) {
    Entry entry = append(change, draft, key(change), message, step);
    message.apply(entry);
    acknowledge(change, entry.seq(), entry.at(), step);
    cause(change, entry, step);
  }

  private void answerAgain(R change, Entry known, Step step) {
    if (known.kind() == entryKind(change)) {
      acknowledge(change, known.seq(), known.at(), step);
    } else {
      step.refuse(change.replyTo(), Refusal.badCommand("the client message id is taken"));
    }
  }

  private void acknowledge(R change, long seq, long at, Step step) {
    step.effects()
        .acknowledge(change.replyTo(), new Acknowledged(change.replyTo().request(), seq, at));
  }

  private EntryKey key(R change) {
    return new EntryKey(change.conversation(), change.by(), change.clientMessageId());
  }
}
