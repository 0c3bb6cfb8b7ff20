package dev.parley.routing.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.ReplyTo;
import dev.parley.contracts.conversation.ConversationRecord;
import dev.parley.contracts.conversation.Post;
import dev.parley.contracts.delivery.Acknowledged;
import dev.parley.contracts.delivery.Refused;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;

/// One instance on a database, with a log to write to: what most tests of rules need. The database
/// is in memory here; for each class there is one more that runs the same tests on PostgreSQL.
public abstract class EngineTest {
  /// A gateway that waits for answers.
  protected static final String GATEWAY = "gw";

  /// The direct conversation of alice and bob.
  protected static final String DIRECT = ConversationId.direct("alice", "bob");

  /// The database.
  protected ObservedStorage storage;

  /// What went out.
  protected RecordingPublisher published;

  /// The log.
  protected Log log;

  /// The instance.
  protected Engine engine;

  private long request;

  /// Prepared by JUnit for each test.
  protected EngineTest() {}

  @BeforeEach
  void startAnew() {
    storage = new ObservedStorage(newStorage());
    published = new RecordingPublisher();
    log = new Log();
    engine = start();
    request = 0;
  }

  /// {@return an empty database}
  protected Storage newStorage() {
    return new MemoryStorage();
  }

  /// {@return a new instance on the same database, as after a crash}
  protected Engine start() {
    return new Engine(storage, published).withAccounts("alice", "bob", "carol", "dave", "erin");
  }

  /// {@return who waits for the next answer}
  protected ReplyTo replyTo() {
    return new ReplyTo(GATEWAY, ++request);
  }

  /// {@return a post whose acknowledgement is waited for}
  ///
  /// @param conversation conversation id
  /// @param sender handle of the author
  /// @param clientMessageId its id, and part of its text
  protected Post post(String conversation, String sender, String clientMessageId) {
    return new Post(conversation, sender, clientMessageId, "text of " + clientMessageId, replyTo());
  }

  /// Handles records as one batch.
  ///
  /// @param records the records
  protected void process(ConversationRecord... records) {
    engine.process(log, records);
  }

  /// {@return the seqs acknowledged so far, in order}
  protected List<Long> acknowledgedSeqs() {
    return published.acknowledged().stream().map(Acknowledged::seq).toList();
  }

  /// {@return the codes of all refusals so far, in order}
  protected List<ErrorCode> refusals() {
    return published.replies().stream()
        .filter(Refused.class::isInstance)
        .map(reply -> ((Refused) reply).code())
        .toList();
  }

  /// Checks that nothing was refused.
  protected void assertNothingRefused() {
    assertThat(refusals()).isEmpty();
  }
}
