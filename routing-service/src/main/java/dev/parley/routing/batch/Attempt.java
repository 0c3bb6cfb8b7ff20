package dev.parley.routing.batch;

import dev.parley.contracts.conversation.EntryKind;
import dev.parley.routing.account.Accounts;
import dev.parley.routing.conversation.Draft;
import dev.parley.routing.conversation.Drafts;
import dev.parley.routing.conversation.EntryKey;
import dev.parley.routing.conversation.GroupCounts;
import dev.parley.routing.conversation.LogRecord;
import dev.parley.routing.conversation.MessageKey;
import dev.parley.routing.conversation.Needs;
import dev.parley.routing.conversation.Scope;
import dev.parley.routing.conversation.Step;
import dev.parley.routing.conversation.StoredEntries;
import dev.parley.routing.delivery.Effects;
import dev.parley.routing.ownership.FenceMove;
import dev.parley.routing.ownership.Partition;
import dev.parley.routing.ownership.Partitions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// One try to apply and store a batch. Leaves no trace in memory unless it commits.
final class Attempt {
  private final List<LogRecord> batch;
  private final Partitions partitions;
  private final RecordHandlers handlers;
  private final Drafts drafts;
  private final Needs needs;
  private final Scope scope;
  private int repeated;

  /// @param complete whether every entry that the batch may meet again is looked up
  Attempt(
      List<LogRecord> batch,
      boolean complete,
      Partitions partitions,
      RecordHandlers handlers,
      Accounts accounts) {
    this.batch = batch;
    this.partitions = partitions;
    this.handlers = handlers;
    this.drafts = new Drafts(number -> partitions.get(number).conversations(), partitions.total());
    this.needs = new Needs(drafts, complete);
    this.scope =
        new Scope(drafts, new StoredEntries(complete), accounts, new GroupCounts(), new Effects());
  }

  /// Gathers what must be known.
  ///
  /// @return handles of accounts that must be known if they exist
  Set<String> prepare() {
    for (LogRecord each : batch) {
      needs.turnTo(each.cause().partition(), isRepeated(each));
      handlers.of(each.record()).needs(each.record(), needs);
    }
    return needs.accounts();
  }

  /// Applies the records and commits what they change.
  CommitResult run(LogStore store) {
    try (LogStore.Transaction transaction = store.begin()) {
      read(transaction);
      batch.forEach(this::apply);
      return scope.stored().isDemandedComplete()
          ? new CommitResult.EntryMet()
          : commit(transaction);
    }
  }

  /// {@return what others are to know, if the attempt was committed}
  Effects effects() {
    return scope.effects();
  }

  /// {@return number of records that were stored before}
  int repeated() {
    return repeated;
  }

  /// {@return number of messages stored, if the attempt was committed}
  int messagesStored() {
    return drafts.changed().stream().mapToInt(Attempt::messages).sum();
  }

  private static int messages(Draft draft) {
    return Math.toIntExact(
        draft.appended().stream().filter(entry -> entry.kind() == EntryKind.MESSAGE).count());
  }

  private boolean isRepeated(LogRecord each) {
    return each.cause().offset() < partitions.get(each.cause().partition()).nextOffset();
  }

  private void read(LogStore.Transaction transaction) {
    if (!drafts.missing().isEmpty()) {
      drafts.loaded(transaction.load(drafts.missing()));
    }
    Map<EntryKey, Long> keys = keysOfExisting();
    if (!keys.isEmpty()) {
      transaction.find(keys).forEach(scope.stored()::add);
    }
    Map<MessageKey, Long> messages = messagesOfExisting();
    if (!messages.isEmpty()) {
      transaction
          .messages(messages)
          .forEach((key, message) -> drafts.get(key.conversation()).load(message));
    }
    if (!needs.groupCounts().isEmpty()) {
      transaction.countGroups(needs.groupCounts()).forEach(scope.groupCounts()::add);
    }
  }

  /// A conversation that does not exist has no entries to look up.
  private Map<EntryKey, Long> keysOfExisting() {
    Map<EntryKey, Long> keys = new HashMap<>();
    for (EntryKey key : needs.entries()) {
      Draft draft = drafts.get(key.conversation());
      if (draft.exists()) {
        keys.put(key, draft.id());
      }
    }
    return keys;
  }

  private Map<MessageKey, Long> messagesOfExisting() {
    Map<MessageKey, Long> keys = new HashMap<>();
    for (MessageKey key : needs.messages()) {
      Draft draft = drafts.get(key.conversation());
      if (draft.exists()) {
        keys.put(key, draft.id());
      }
    }
    return keys;
  }

  private void apply(LogRecord each) {
    Step step = new Step(each.cause(), scope);
    if (isRepeated(each)) {
      repeated++;
      handlers.of(each.record()).repeat(each.record(), step);
    } else {
      handlers.of(each.record()).apply(each.record(), step);
    }
  }

  /// A batch that changes nothing writes nothing, not even the fence: handled again, its records
  /// change nothing again.
  private CommitResult commit(LogStore.Transaction transaction) {
    List<Draft> changed = drafts.changed();
    if (changed.isEmpty()) {
      return new CommitResult.Committed();
    }
    List<FenceMove> fences = fences(changed);
    CommitResult result = transaction.commit(fences, changed);
    if (result instanceof CommitResult.Committed) {
      drafts.keep();
      fences.forEach(fence -> partitions.get(fence.partition()).advanceTo(fence.next()));
    }
    return result;
  }

  private long nextOffset(int partition) {
    return batch.stream()
        .map(LogRecord::cause)
        .filter(cause -> cause.partition() == partition)
        .mapToLong(cause -> cause.offset() + 1)
        .max()
        .orElseThrow();
  }

  private List<FenceMove> fences(List<Draft> changed) {
    Set<Integer> numbers = new TreeSet<>();
    changed.forEach(draft -> numbers.add(draft.partition()));
    List<FenceMove> fences = new ArrayList<>();
    for (int number : numbers) {
      Partition partition = partitions.get(number);
      fences.add(new FenceMove(number, partition.nextOffset(), nextOffset(number)));
    }
    return fences;
  }
}
