package dev.parley.gateway.session;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.SealedText;
import dev.parley.contracts.auth.Role;
import dev.parley.contracts.conversation.CursorMove;
import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.delivery.ConversationSummary;
import dev.parley.contracts.query.Range;
import dev.parley.gateway.door.DoorConnection;
import dev.parley.gateway.door.EntryChunk;
import dev.parley.gateway.door.Event;
import dev.parley.gateway.door.Reader;
import dev.parley.gateway.exchange.RequestFailedException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One authenticated connection of an account through a door of this gateway.
///
/// Confined to the event loop of its connection, but for the accessors of what never changes.
public final class Session implements Reader {
  private final String id;
  private final String account;
  private final Role role;
  private final DoorConnection connection;
  private final InboxListener inbox;
  private final Map<String, ConversationView> views = new HashMap<>(4);
  private final Set<String> blocked = new HashSet<>(0);
  private final Set<ConversationView> unproven = new LinkedHashSet<>(4);
  private final Set<ConversationView> moved = new LinkedHashSet<>(4);
  private final MessageIds messageIds;
  private final long openedAt = InstantSource.system().millis();
  private List<Range> missedAtLogin = List.of();
  private long inboxHead;

  /// What an entry of the account's inbox means for the session.
  interface InboxListener {
    /// Takes an inbox entry that came after the login.
    void onInboxEntry(Session session, Entry entry);
  }

  Session(String id, String account, Role role, DoorConnection connection, InboxListener inbox) {
    this.id = id;
    this.account = account;
    this.role = role;
    this.connection = connection;
    this.messageIds = new MessageIds(connection.id());
    this.inbox = inbox;
  }

  /// {@return what its account may do}
  public Role role() {
    return role;
  }

  /// {@return id of the session, unique over all gateways and their lives}
  public String id() {
    return id;
  }

  @Override
  public String account() {
    return account;
  }

  /// {@return when it was made, epoch milliseconds}
  public long openedAt() {
    return openedAt;
  }

  /// {@return whether it does not block the author}
  ///
  /// @param author handle of an author
  public boolean hears(String author) {
    return !blocked.contains(author);
  }

  /// {@return the connection that carries it}
  public DoorConnection connection() {
    return connection;
  }

  /// {@return an id for the next message or change that this connection asks for; never repeats}
  public String nextClientMessageId() {
    return messageIds.next();
  }

  /// {@return the id under which something that this connection asks for is stored}
  ///
  /// @param clientId what the client calls it, 1 to 64 characters, or `null` if it has no name
  public String clientMessageId(@Nullable String clientId) {
    return clientId == null ? messageIds.next() : messageIds.named(clientId);
  }

  /// {@return what waited at the login, as ranges}
  public List<Range> missedAtLogin() {
    return missedAtLogin;
  }

  /// Notes that the client has sent something: on a door without acknowledgements, what the
  /// operating system took before that has been received.
  public void onClientActivity() {
    if (!unproven.isEmpty() && connection.isDrained()) {
      markGiven();
    }
  }

  /// Notes what the client says to have received. Entries of the inbox have no seq on a door with
  /// acknowledgements: they have arrived with what came after them.
  ///
  /// @param cursors by conversation id the highest seq; those of no conversation of its are ignored
  public void received(Map<String, Long> cursors) {
    cursors.forEach((conversation, seq) -> received(views.get(conversation), seq));
    received(views.get(ConversationId.inbox(account)), Long.MAX_VALUE);
  }

  /// {@return the conversation with the cursor of this session, which may be further than the
  /// stored one}
  ///
  /// @param stored as routing-service knows it
  public ConversationSummary withOwnCursor(ConversationSummary stored) {
    ConversationView view = views.get(stored.conversation());
    return view == null || view.given() <= stored.given()
        ? stored
        : new ConversationSummary(
            stored.conversation(),
            stored.head(),
            view.given(),
            stored.read(),
            stored.members(),
            stored.open(),
            stored.unread(),
            stored.mentions(),
            stored.encrypted());
  }

  /// {@return whether this session follows a conversation; that of a command follows none}
  ///
  /// @param conversation conversation id
  public boolean knows(String conversation) {
    return views.containsKey(conversation);
  }

  /// {@return whether a conversation takes sealed texts only, as far as is known here}
  ///
  /// @param conversation conversation id
  public boolean isEncrypted(String conversation) {
    ConversationView view = views.get(conversation);
    return view != null && view.isEncrypted();
  }

  /// Refuses what would be said in clear where it is known that the conversation is encrypted, so
  /// that it does not even reach the log; the owner of the conversation has the last word.
  ///
  /// @param conversation conversation id
  /// @throws RequestFailedException with `encrypted`
  public void requireClear(String conversation) {
    if (isEncrypted(conversation)) {
      throw new RequestFailedException(ErrorCode.ENCRYPTED, SealedText.NO_KEYS);
    }
  }

  /// Notes that the client has switched encryption.
  ///
  /// @param conversation conversation id
  /// @param encrypted whether it takes sealed texts only now
  /// @param seq seq of the switch; 0 where it was so already: whatever switch is known counts more
  public void onEncryption(String conversation, boolean encrypted, long seq) {
    ConversationView view = views.get(conversation);
    if (view != null) {
      view.encrypted(encrypted, seq);
    }
  }

  private void received(@Nullable ConversationView view, long seq) {
    if (view != null && view.markGiven(seq)) {
      moved.add(view);
    }
  }

  @Override
  public boolean seesAllOf(EntryChunk chunk) {
    return !chunk.authors().contains(account)
        && !chunk.subjects().contains(account)
        && (blocked.isEmpty() || chunk.authors().stream().noneMatch(blocked::contains));
  }

  /// The connection that asked for an entry got its acknowledgement instead; a change of one's own
  /// membership comes through the inbox; a blocked author is not heard in groups, but for mutes,
  /// which concern everybody.
  @Override
  public boolean sees(EntryChunk chunk, Entry entry) {
    if (entry.author().equals(account)
        && (messageIds.isFromHere(entry.clientMessageId())
            || ConversationId.isInbox(chunk.conversation()))) {
      return false;
    }
    if (entry.kind().isMembershipChange()) {
      return !account.equals(entry.subject());
    }
    return entry.kind().isMuteChange()
        || !ConversationId.isGroup(chunk.conversation())
        || !blocked.contains(entry.author());
  }

  void deliver(ConversationView view, EntryChunk chunk) {
    if (ConversationId.isInbox(chunk.conversation())) {
      chunk.entries().stream()
          .filter(entry -> entry.seq() > inboxHead)
          .forEach(entry -> inbox.onInboxEntry(this, entry));
    }
    if (!connection.acknowledges()) {
      unproven.add(view);
    }
    connection.deliver(chunk, this);
    if (chunk.authors().contains(account)) {
      messageIds.onDelivered(chunk.entries(), account);
    }
  }

  /// {@return whether others may be told now that the account is writing}
  boolean mayTellTyping(String conversation, long now) {
    ConversationView view = views.get(conversation);
    return view != null && view.takesTyping() && view.mayTellTyping(now);
  }

  /// Tells the client that another member is writing.
  void onTyping(String conversation, String handle) {
    if (!handle.equals(account) && !blocked.contains(handle)) {
      connection.tell(new Event.Typing(conversation, handle));
    }
  }

  void rememberMissed(List<Range> ranges) {
    missedAtLogin = List.copyOf(ranges);
  }

  /// What the inbox held when the conversations were listed has its effect in that list already.
  void inboxListedUpTo(long seq) {
    inboxHead = seq;
  }

  void block(String handle) {
    blocked.add(handle);
  }

  void unblock(String handle) {
    blocked.remove(handle);
  }

  Map<String, ConversationView> views() {
    return views;
  }

  void markGiven() {
    for (ConversationView view : unproven) {
      view.markGiven();
      moved.add(view);
    }
    unproven.clear();
  }

  /// {@return all cursors that moved since the session began: those that were taken before may
  /// still be on their way, and the next login must find them}
  Collection<CursorMove> movesSinceLogin() {
    List<CursorMove> moves = new ArrayList<>();
    for (ConversationView view : views.values()) {
      @Nullable CursorMove move = view.moveSinceLogin();
      if (move != null) {
        moves.add(move);
      }
    }
    return moves;
  }

  /// {@return cursors that moved since the last call}
  Collection<CursorMove> takeMoves() {
    if (moved.isEmpty()) {
      return List.of();
    }
    List<CursorMove> moves = new ArrayList<>(moved.size());
    for (ConversationView view : moved) {
      @Nullable CursorMove move = view.takeMove();
      if (move != null) {
        moves.add(move);
      }
    }
    moved.clear();
    return moves;
  }
}
