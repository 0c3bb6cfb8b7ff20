package dev.parley.routing.encryption;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.MessageText;
import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.conversation.EntryKind;
import dev.parley.contracts.conversation.SetEncryption;
import dev.parley.contracts.delivery.Acknowledged;
import dev.parley.routing.conversation.Draft;
import dev.parley.routing.conversation.EntryKey;
import dev.parley.routing.conversation.Needs;
import dev.parley.routing.conversation.RecordHandler;
import dev.parley.routing.conversation.Refusal;
import dev.parley.routing.conversation.Step;
import dev.parley.routing.post.DirectStart;
import dev.parley.routing.post.PostRules;
import jakarta.inject.Singleton;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Switches encryption of a direct conversation on and off. A repeated request gets the seq it
/// already has; what is so already makes no entry, and is acknowledged with 0.
@Singleton
public final class SetEncryptionHandler implements RecordHandler<SetEncryption> {
  /// Stands for no entry: whoever asked puts theirs where the answer says.
  private static final long NO_ENTRY = 0;

  /// Prepares the handler.
  public SetEncryptionHandler() {}

  @Override
  public Class<SetEncryption> kind() {
    return SetEncryption.class;
  }

  @Override
  public void needs(SetEncryption record, Needs needs) {
    PostRules.needs(record.conversation(), record.by(), needs);
    needs.entry(key(record));
  }

  @Override
  public void apply(SetEncryption record, Step step) {
    Entry known = step.stored().find(key(record));
    if (known != null) {
      answerAgain(record, known, step);
      return;
    }
    Draft draft = step.draft(record.conversation());
    Refusal refusal = refusal(record, draft, step);
    if (refusal != null) {
      step.refuse(record.replyTo(), refusal);
    } else if (Objects.equals(draft.encrypted(), record.encrypted())) {
      acknowledge(record, NO_ENTRY, step.cause().at(), step);
    } else {
      store(record, draft, step);
    }
  }

  @Override
  public void repeat(SetEncryption record, Step step) {
    Entry known = step.stored().find(key(record));
    if (known == null) {
      step.refuse(record.replyTo(), Refusal.unknownOutcome());
      return;
    }
    step.deliverAgain(record.conversation(), known);
    answerAgain(record, known, step);
    if (known.at() == step.cause().at()) {
      DirectStart.inform(record.conversation(), known, step);
    }
  }

  private static @Nullable Refusal refusal(SetEncryption record, Draft draft, Step step) {
    String id = record.clientMessageId();
    if (!MessageText.clean(id).equals(id)) {
      return Refusal.badCommand("the client message id has characters that it may not have");
    }
    return ConversationId.isDirect(record.conversation())
        ? PostRules.check(record.by(), draft, step)
        : Refusal.badCommand("only a conversation of two can be encrypted");
  }

  private static void store(SetEncryption record, Draft draft, Step step) {
    DirectStart.ensure(draft, step);
    Entry entry = step.append(draft, kind(record), key(record), null, null);
    draft.setEncrypted(record.encrypted());
    acknowledge(record, entry.seq(), entry.at(), step);
    DirectStart.inform(record.conversation(), entry, step);
  }

  private static void answerAgain(SetEncryption record, Entry known, Step step) {
    if (known.kind() == kind(record)) {
      acknowledge(record, known.seq(), known.at(), step);
    } else {
      step.refuse(record.replyTo(), Refusal.badCommand("the client message id is taken"));
    }
  }

  private static void acknowledge(SetEncryption record, long seq, long at, Step step) {
    step.effects()
        .acknowledge(record.replyTo(), new Acknowledged(record.replyTo().request(), seq, at));
  }

  private static EntryKind kind(SetEncryption record) {
    return record.encrypted() ? EntryKind.ENCRYPTED : EntryKind.UNENCRYPTED;
  }

  private static EntryKey key(SetEncryption record) {
    return new EntryKey(record.conversation(), record.by(), record.clientMessageId());
  }
}
