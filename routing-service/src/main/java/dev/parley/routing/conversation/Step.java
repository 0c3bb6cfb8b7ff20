package dev.parley.routing.conversation;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.ReplyTo;
import dev.parley.contracts.audit.AuditAction;
import dev.parley.contracts.audit.AuditEvent;
import dev.parley.contracts.conversation.Attachment;
import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.conversation.EntryKind;
import dev.parley.contracts.conversation.Inform;
import dev.parley.contracts.delivery.Done;
import dev.parley.contracts.delivery.Refused;
import dev.parley.routing.delivery.Effects;
import org.jspecify.annotations.Nullable;

/// One record of the log being applied: what it may ask, change and cause.
public final class Step {
  private final Cause cause;
  private final Scope scope;

  /// Begins with a record.
  ///
  /// @param cause place of the record
  /// @param scope what the batch works with
  public Step(Cause cause, Scope scope) {
    this.cause = cause;
    this.scope = scope;
  }

  /// {@return place of the record}
  public Cause cause() {
    return cause;
  }

  /// {@return the conversation at this point of the log}
  ///
  /// @param name id of a conversation that the record needs
  public Draft draft(String name) {
    return scope.drafts().get(name);
  }

  /// {@return entries that may be met again}
  public StoredEntries stored() {
    return scope.stored();
  }

  /// {@return in how many groups accounts are}
  public GroupCounts groupCounts() {
    return scope.groupCounts();
  }

  /// {@return what others are to know}
  public Effects effects() {
    return scope.effects();
  }

  /// {@return whether the account existed when the record was written}
  ///
  /// @param handle handle
  public boolean exists(String handle) {
    return scope.accounts().existedAt(handle, cause.at());
  }

  /// Appends an entry, which goes to the subscribers after the commit.
  ///
  /// @param draft the conversation
  /// @param kind what the entry is
  /// @param key what it is known by
  /// @param subject member, conversation or account concerned, if any
  /// @param text text of a message, the end of a mute, else `null`
  /// @return the entry
  public Entry append(
      Draft draft, EntryKind kind, EntryKey key, @Nullable String subject, @Nullable String text) {
    return append(draft, kind, key, subject, text, null, null);
  }

  /// Appends what somebody wrote, or a change to it.
  ///
  /// @param draft the conversation
  /// @param kind what the entry is
  /// @param key what it is known by
  /// @param text text of a message or of its edit, or a reaction, if any
  /// @param target seq of the message that it changes or answers, if any
  /// @return the entry
  public Entry write(
      Draft draft, EntryKind kind, EntryKey key, @Nullable String text, @Nullable Long target) {
    return append(draft, kind, key, null, text, target, null);
  }

  /// Appends a message, which may have a file.
  ///
  /// @param draft the conversation
  /// @param key what it is known by
  /// @param text what it says
  /// @param answers seq of the message that it answers, if any
  /// @param attachment its file, if any
  /// @return the entry
  public Entry post(
      Draft draft,
      EntryKey key,
      String text,
      @Nullable Long answers,
      @Nullable Attachment attachment) {
    return append(draft, EntryKind.MESSAGE, key, null, text, answers, attachment);
  }

  /// Appends the withdrawal of a message.
  ///
  /// @param draft the conversation
  /// @param key what the withdrawal is known by
  /// @param message what is withdrawn
  /// @return the entry; its subject is the file that goes too
  public Entry withdraw(Draft draft, EntryKey key, MessageDraft message) {
    return append(draft, EntryKind.DELETED, key, message.file(), null, message.seq(), null);
  }

  private Entry append(
      Draft draft,
      EntryKind kind,
      EntryKey key,
      @Nullable String subject,
      @Nullable String text,
      @Nullable Long target,
      @Nullable Attachment attachment) {
    Entry entry =
        new Entry(
            draft.lastSeq() + 1,
            cause.at(),
            kind,
            key.author(),
            key.clientMessageId(),
            subject,
            text,
            target,
            attachment);
    draft.append(entry);
    stored().add(key, entry);
    effects().deliver(draft.name(), entry);
    return entry;
  }

  /// Sends a stored entry to the subscribers again, if this record is what it came from.
  ///
  /// @param conversation conversation id
  /// @param entry the entry
  public void deliverAgain(String conversation, Entry entry) {
    // A repeated request finds the entry of the first; only the first one's place tells its order.
    if (entry.at() == cause.at()) {
      effects().deliver(conversation, entry);
    }
  }

  /// Answers that the request was done.
  ///
  /// @param replyTo who waits, or `null` if nobody does
  public void done(@Nullable ReplyTo replyTo) {
    if (replyTo != null) {
      effects().reply(replyTo, new Done(replyTo.request()));
    }
  }

  /// Answers that the request was not done, and changed nothing.
  ///
  /// @param replyTo who waits, or `null` if nobody does
  /// @param refusal why
  public void refuse(@Nullable ReplyTo replyTo, Refusal refusal) {
    if (replyTo != null) {
      effects()
          .reply(
              replyTo,
              new Refused(replyTo.request(), refusal.code(), refusal.message(), refusal.detail()));
    }
  }

  /// Asks for an entry in somebody's inbox.
  ///
  /// @param account handle of the inbox' owner
  /// @param kind what the entry is
  /// @param author handle of who did it
  /// @param subject the conversation or account concerned
  /// @param item which of the record's inbox entries this is
  public void inform(String account, EntryKind kind, String author, String subject, int item) {
    String inbox = ConversationId.inbox(account);
    effects().inform(new Inform(inbox, kind, author, subject, cause.id(item)));
  }

  /// Tells the audit.
  ///
  /// @param item which of the record's audit events this is
  /// @param action what was done
  /// @param account handle of who did it
  /// @param conversation conversation id
  /// @param subject handle of the other account concerned, if any
  public void audit(
      int item, AuditAction action, String account, String conversation, @Nullable String subject) {
    audit(
        new AuditEvent(
            cause.offset(),
            item,
            cause.at(),
            action,
            account,
            conversation,
            subject,
            null,
            null,
            null,
            null));
  }

  /// Tells the audit.
  ///
  /// @param event what was done
  public void audit(AuditEvent event) {
    effects().audit(cause.partition(), event);
  }
}
