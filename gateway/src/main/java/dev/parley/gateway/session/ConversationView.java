package dev.parley.gateway.session;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.conversation.CursorMove;
import dev.parley.contracts.conversation.Entry;
import dev.parley.gateway.door.EntryChunk;
import dev.parley.gateway.subscription.Subscriber;
import dev.parley.gateway.subscription.Subscription;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/// How far one session is in one conversation. Confined to the session's event loop, but for
/// [#account()] and [#loop()].
///
/// Until its catch-up has reached the subscription's position it takes nothing from it; then it is
/// live and takes everything. The switch is safe because a chunk's position is set before its task
/// is put on this loop: a position that was read here has its task before or behind this turn.
final class ConversationView implements Subscriber {
  private static final long TYPING_NANOS = Duration.ofSeconds(3).toNanos();

  private final Session session;
  private final String conversation;
  private @Nullable Subscription subscription;
  private boolean live;
  private long typingTold;
  private final long found;
  private long delivered;
  private long given;
  private long reported;
  private boolean encrypted;
  private long encryptedAsOf;

  /// Starts where the member's cursor stands.
  ConversationView(Session session, String conversation, long given) {
    this(session, conversation, given, given);
  }

  /// @param has highest seq that the client has already, whatever its cursor says
  ConversationView(Session session, String conversation, long given, long has) {
    this.session = session;
    this.conversation = conversation;
    this.found = given;
    this.delivered = has;
    this.given = given;
    this.reported = given;
  }

  /// Notes whether it takes sealed texts only, as of a seq: what is older tells nothing.
  void encrypted(boolean isEncrypted, long asOf) {
    if (asOf >= encryptedAsOf) {
      encrypted = isEncrypted;
      encryptedAsOf = asOf;
    }
  }

  /// {@return whether it takes sealed texts only, as far as is known here}
  boolean isEncrypted() {
    return encrypted;
  }

  void subscribed(Subscription held) {
    this.subscription = held;
  }

  Subscription subscription() {
    return Objects.requireNonNull(subscription, "attached before it is used");
  }

  String conversation() {
    return conversation;
  }

  @Override
  public String account() {
    return session.account();
  }

  @Override
  public Executor loop() {
    return session.connection().loop();
  }

  @Override
  public void onEntries(EntryChunk chunk) {
    if (live) {
      deliver(chunk);
    }
  }

  @Override
  public void onTyping(String typist) {
    if (live) {
      session.onTyping(conversation, typist);
    }
  }

  /// {@return whether the conversation is small enough that its members hear who is writing}
  boolean takesTyping() {
    return subscription().takesTyping();
  }

  /// {@return whether enough time has gone since others were told}
  boolean mayTellTyping(long now) {
    boolean may = typingTold == 0 || now - typingTold >= TYPING_NANOS;
    typingTold = may ? now : typingTold;
    return may;
  }

  /// Hands on what is above what was delivered.
  void deliver(EntryChunk chunk) {
    EntryChunk next = chunk.after(delivered);
    if (!next.isEmpty()) {
      delivered = next.last();
      if (ConversationId.isDirect(conversation)) {
        next.entries().forEach(this::noteEncryption);
      }
      session.deliver(this, next);
    }
  }

  private void noteEncryption(Entry entry) {
    switch (entry.kind()) {
      case ENCRYPTED -> encrypted(true, entry.seq());
      case UNENCRYPTED -> encrypted(false, entry.seq());
      default -> {}
    }
  }

  /// {@return whether the view is live now, because nothing is missing}
  boolean goLiveIfCaughtUp() {
    live = live || delivered >= subscription().position();
    return live;
  }

  /// Notes that everything up to a seq was delivered or is not for this reader.
  void deliveredUpTo(long seq) {
    delivered = Math.max(delivered, seq);
  }

  long delivered() {
    return delivered;
  }

  /// Notes that the client has shown to have received all that was delivered.
  void markGiven() {
    given = delivered;
  }

  /// Notes that the client says to have received everything up to a seq.
  ///
  /// @return whether the cursor moved
  boolean markGiven(long seq) {
    long next = Math.min(seq, delivered);
    boolean moves = next > given;
    given = Math.max(given, next);
    return moves;
  }

  long given() {
    return given;
  }

  /// {@return the move of the cursor since the last report, or `null` if it did not move}
  @Nullable CursorMove takeMove() {
    if (given <= reported) {
      return null;
    }
    reported = given;
    return move();
  }

  /// {@return the move of the cursor since the session began, or `null` if it did not move}
  @Nullable CursorMove moveSinceLogin() {
    return given <= found ? null : move();
  }

  private CursorMove move() {
    // What a line door prints has been seen; other clients tell what was.
    long read = session.connection().acknowledges() ? 0 : given;
    return new CursorMove(conversation, session.account(), given, read);
  }
}
