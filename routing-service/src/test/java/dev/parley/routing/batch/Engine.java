package dev.parley.routing.batch;

import dev.parley.contracts.conversation.ConversationRecord;
import dev.parley.contracts.trace.Spans;
import dev.parley.routing.account.AccountLookup;
import dev.parley.routing.account.Accounts;
import dev.parley.routing.block.BlockHandler;
import dev.parley.routing.block.UnblockHandler;
import dev.parley.routing.change.AuthorRules;
import dev.parley.routing.change.DeleteHandler;
import dev.parley.routing.change.EditHandler;
import dev.parley.routing.change.PinHandler;
import dev.parley.routing.change.ReactHandler;
import dev.parley.routing.change.ReactionConfig;
import dev.parley.routing.conversation.ConversationConfig;
import dev.parley.routing.conversation.InformHandler;
import dev.parley.routing.conversation.LogRecord;
import dev.parley.routing.conversation.MoveCursorsHandler;
import dev.parley.routing.conversation.RecordHandler;
import dev.parley.routing.delivery.LostGateways;
import dev.parley.routing.delivery.Publisher;
import dev.parley.routing.encryption.SetEncryptionHandler;
import dev.parley.routing.group.AddMembersHandler;
import dev.parley.routing.group.CreateGroupHandler;
import dev.parley.routing.group.EnrollHandler;
import dev.parley.routing.group.GroupConfig;
import dev.parley.routing.group.GroupLimits;
import dev.parley.routing.group.JoinGroupHandler;
import dev.parley.routing.group.LeaveGroupHandler;
import dev.parley.routing.group.MuteMemberHandler;
import dev.parley.routing.group.RemoveMemberHandler;
import dev.parley.routing.group.UnmuteMemberHandler;
import dev.parley.routing.ownership.Partitions;
import dev.parley.routing.ownership.TopicsConfig;
import dev.parley.routing.post.AuditConfig;
import dev.parley.routing.post.PostHandler;
import dev.parley.routing.search.IndexQueue;
import dev.parley.routing.search.SearchConfig;
import dev.parley.routing.subscription.FanOut;
import dev.parley.routing.subscription.SubscribeHandler;
import dev.parley.routing.subscription.SubscriptionAnswers;
import dev.parley.routing.subscription.SubscriptionConfig;
import dev.parley.routing.subscription.Subscriptions;
import dev.parley.routing.subscription.UnsubscribeHandler;
import dev.parley.routing.trace.BatchTraces;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/// An instance of routing-service without Kafka: batches in, effects out.
public final class Engine {
  /// Most members of a group here.
  public static final int MAX_MEMBERS = 4;

  /// Most groups of an account here.
  public static final int MAX_GROUPS = 3;

  /// Most entries in an answer to a subscription here.
  public static final int MAX_ENTRIES = 10;

  /// Most different reactions to a message here.
  public static final int MAX_KINDS = 3;

  /// Most reactions to a message here.
  public static final int MAX_REACTIONS = 4;

  /// Time after a message in which it may be changed here; records are a millisecond apart.
  public static final Duration CHANGE_WINDOW = Duration.ofMillis(20);

  private static final Conversations CONVERSATIONS = new Conversations(6_000, CHANGE_WINDOW);

  private final Accounts accounts = new Accounts();
  private final LostGateways lost = new LostGateways();
  private final Subscriptions subscriptions = new Subscriptions();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final IndexQueue indexQueue = new IndexQueue(new Searching(true, 1_000));
  private final Partitions partitions;
  private final BatchProcessor processor;

  private record Conversations(int cache, Duration changeWindow) implements ConversationConfig {}

  private record Reactions(int maxKinds, int maxPerMessage) implements ReactionConfig {}

  private record Searching(boolean indexing, int rate) implements SearchConfig {}

  private record Groups(int maxMembers, int maxPerAccount) implements GroupConfig {}

  private record Answers(int maxEntries, MemorySize maxText) implements SubscriptionConfig {}

  private record Layout(int partitions, short replication) implements TopicsConfig {}

  /// Starts an instance that owns every partition.
  ///
  /// @param storage the database, which other instances may use too
  /// @param publisher where effects go
  public Engine(Storage storage, Publisher publisher) {
    this(
        storage,
        publisher,
        (_, _, _) -> {
          throw new AssertionError("nobody follows a message here");
        },
        InstantSource.system());
  }

  /// Starts an instance that owns every partition and tells what it does with messages.
  ///
  /// @param storage the database, which other instances may use too
  /// @param publisher where effects go
  /// @param spans is told of messages that are followed
  /// @param clock what time it is
  public Engine(Storage storage, Publisher publisher, Spans spans, InstantSource clock) {
    MemorySize maxText = new MemorySize(BigInteger.valueOf(1_000));
    this.partitions =
        new Partitions(
            storage,
            subscriptions,
            _ -> done(),
            CONVERSATIONS,
            new Layout(Log.PARTITIONS, (short) 1));
    SubscriptionAnswers answers =
        new SubscriptionAnswers(subscriptions, storage, new Answers(MAX_ENTRIES, maxText));
    this.processor =
        new BatchProcessor(
            partitions,
            new RecordHandlers(handlers()),
            storage,
            accounts,
            new AccountLookup(accounts, Engine::done),
            subscriptions,
            lost,
            new EffectsSender(answers, new FanOut(subscriptions), publisher, indexQueue),
            new BatchTraces(spans, clock),
            clock,
            new BatchMetrics(meters, subscriptions));
    partitions.onAssigned(IntStream.range(0, Log.PARTITIONS).boxed().toList());
  }

  private static CompletableFuture<Void> done() {
    return CompletableFuture.completedFuture(null);
  }

  private List<RecordHandler<?>> handlers() {
    AuditConfig audit = () -> true;
    GroupLimits limits = new GroupLimits(new Groups(MAX_MEMBERS, MAX_GROUPS));
    return List.of(
        new PostHandler(audit),
        new EditHandler(new AuthorRules(CONVERSATIONS)),
        new DeleteHandler(new AuthorRules(CONVERSATIONS)),
        new ReactHandler(new Reactions(MAX_KINDS, MAX_REACTIONS)),
        new PinHandler(),
        new SetEncryptionHandler(),
        new InformHandler(),
        new MoveCursorsHandler(),
        new EnrollHandler(),
        new CreateGroupHandler(limits),
        new JoinGroupHandler(limits),
        new AddMembersHandler(limits),
        new RemoveMemberHandler(),
        new MuteMemberHandler(),
        new UnmuteMemberHandler(),
        new LeaveGroupHandler(),
        new BlockHandler(),
        new UnblockHandler(),
        new SubscribeHandler(lost),
        new UnsubscribeHandler());
  }

  /// Makes accounts that are older than the log.
  ///
  /// @param handles their handles
  /// @return this
  public Engine withAccounts(String... handles) {
    List.of(handles).forEach(handle -> accounts.add(handle, 0));
    return this;
  }

  /// Takes a batch, new or repeated.
  ///
  /// @param batch records of a log
  /// @return completes when the effects are published
  public CompletableFuture<Void> process(List<LogRecord> batch) {
    return processor.process(batch);
  }

  /// Takes a batch of a log that was read before, as a rebuild does.
  ///
  /// @param batch records of a log
  public void replay(List<LogRecord> batch) {
    processor.replay(batch);
  }

  /// Writes records to a log and takes them as one batch.
  ///
  /// @param log the log
  /// @param records the records
  public void process(Log log, ConversationRecord... records) {
    processor.process(log.write(records)).join();
  }

  /// {@return the gateways that it takes for gone}
  public LostGateways lost() {
    return lost;
  }

  /// {@return the accounts that it knows}
  public Accounts accounts() {
    return accounts;
  }

  /// {@return who wants what}
  public Subscriptions subscriptions() {
    return subscriptions;
  }

  /// {@return what is to be indexed}
  public IndexQueue indexQueue() {
    return indexQueue;
  }

  /// {@return what it owns}
  public Partitions partitions() {
    return partitions;
  }

  /// {@return the value of a counter}
  ///
  /// @param counter its name
  public double count(String counter) {
    return meters.counter(counter).count();
  }
}
