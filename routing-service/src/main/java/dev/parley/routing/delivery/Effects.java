package dev.parley.routing.delivery;

import dev.parley.contracts.ReplyTo;
import dev.parley.contracts.audit.AuditEvent;
import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.conversation.Inform;
import dev.parley.contracts.delivery.Acknowledged;
import dev.parley.contracts.delivery.Reply;
import dev.parley.contracts.file.FileWithdrawn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a batch of the log makes others know, gathered while its records are applied and sent once
/// it is committed. Thrown away with a batch that is not.
public final class Effects {
  private final Map<String, List<Entry>> entries = new LinkedHashMap<>();
  private final List<Addressed<Acknowledged>> acknowledged = new ArrayList<>();
  private final List<Addressed<Reply>> replies = new ArrayList<>();
  private final List<Inform> informs = new ArrayList<>();
  private final Map<Integer, List<AuditEvent>> audit = new LinkedHashMap<>();
  private final List<FileWithdrawn> withdrawn = new ArrayList<>(0);
  private final List<SubscriptionChange> subscriptions = new ArrayList<>();

  /// Something for the gateway that waits for it.
  ///
  /// @param <T> what it is
  /// @param replyTo who waits
  /// @param content what for
  public record Addressed<T>(ReplyTo replyTo, T content) {}

  /// Makes an empty collection.
  public Effects() {}

  /// Gives an entry to whoever subscribes to its conversation. One that is not above the entry
  /// given before, such as a repeated one, is passed over.
  ///
  /// @param conversation conversation id
  /// @param entry a stored entry
  public void deliver(String conversation, Entry entry) {
    List<Entry> known = entries.computeIfAbsent(conversation, _ -> new ArrayList<>());
    if (known.isEmpty() || known.getLast().seq() < entry.seq()) {
      known.add(entry);
    }
  }

  /// Tells the author of a post where it stands.
  ///
  /// @param replyTo who waits, or `null` if nobody does
  /// @param entry the post as stored
  public void acknowledge(@Nullable ReplyTo replyTo, Entry entry) {
    if (replyTo != null) {
      acknowledged.add(
          new Addressed<>(replyTo, new Acknowledged(replyTo.request(), entry.seq(), entry.at())));
    }
  }

  /// Tells who asked for a change where it stands.
  ///
  /// @param replyTo who waits
  /// @param acknowledgement where
  public void acknowledge(ReplyTo replyTo, Acknowledged acknowledgement) {
    acknowledged.add(new Addressed<>(replyTo, acknowledgement));
  }

  /// Answers a request.
  ///
  /// @param replyTo who waits
  /// @param reply the answer
  public void reply(ReplyTo replyTo, Reply reply) {
    replies.add(new Addressed<>(replyTo, reply));
  }

  /// Asks for an entry in somebody's inbox.
  ///
  /// @param inform the entry
  public void inform(Inform inform) {
    informs.add(inform);
  }

  /// Tells the audit what happened.
  ///
  /// @param partition partition of the cause
  /// @param event what happened
  public void audit(int partition, AuditEvent event) {
    audit.computeIfAbsent(partition, _ -> new ArrayList<>()).add(event);
  }

  /// Tells the gateways that a file is to go.
  ///
  /// @param file which
  public void withdraw(FileWithdrawn file) {
    withdrawn.add(file);
  }

  /// Begins or ends a gateway's interest in a conversation.
  ///
  /// @param change what changes, at this point of the log
  public void subscription(SubscriptionChange change) {
    subscriptions.add(change);
  }

  /// {@return entries by conversation, each list rising in seq}
  public Map<String, List<Entry>> entries() {
    return entries;
  }

  /// {@return acknowledgements in log order}
  public List<Addressed<Acknowledged>> acknowledged() {
    return acknowledged;
  }

  /// {@return answers in log order}
  public List<Addressed<Reply>> replies() {
    return replies;
  }

  /// {@return inbox entries asked for, in log order}
  public List<Inform> informs() {
    return informs;
  }

  /// {@return audit events by partition, in log order}
  public Map<Integer, List<AuditEvent>> audit() {
    return audit;
  }

  /// {@return files that are to go, in log order}
  public List<FileWithdrawn> withdrawn() {
    return withdrawn;
  }

  /// {@return changes of interest in log order}
  public List<SubscriptionChange> subscriptions() {
    return subscriptions;
  }
}
