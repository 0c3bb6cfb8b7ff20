package dev.parley.gateway.session;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.conversation.CursorMove;
import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.query.Range;
import dev.parley.gateway.door.DoorConnection;
import dev.parley.gateway.door.EntryChunk;
import dev.parley.gateway.door.Reader;
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
  private final DoorConnection connection;
  private final InboxListener inbox;
  private final Map<String, ConversationView> views = new HashMap<>(4);
  private final Set<String> blocked = new HashSet<>(0);
  private final Set<ConversationView> unproven = new LinkedHashSet<>(4);
  private final Set<ConversationView> moved = new LinkedHashSet<>(4);
  private List<Range> missedAtLogin = List.of();
  private long inboxHead;
  private int messages;

  /// What an entry of the account's inbox means for the session.
  interface InboxListener {
    /// Takes an inbox entry that came after the login.
    void onInboxEntry(Session session, Entry entry);
  }

  Session(String id, String account, DoorConnection connection, InboxListener inbox) {
    this.id = id;
    this.account = account;
    this.connection = connection;
    this.inbox = inbox;
  }

  /// {@return id of the session, unique over all gateways and their lives}
  public String id() {
    return id;
  }

  @Override
  public String account() {
    return account;
  }

  /// {@return the connection that carries it}
  public DoorConnection connection() {
    return connection;
  }

  /// {@return an id for the next message or change that this connection asks for; never repeats}
  public String nextClientMessageId() {
    messages++;
    return connection.id() + "." + messages;
  }

  /// {@return the id under which something that this connection asks for is stored}
  ///
  /// @param clientId what the client calls it, or `null` if it has no name for it
  public String clientMessageId(@Nullable String clientId) {
    return clientId == null ? nextClientMessageId() : clientId;
  }

  /// {@return what waited at the login, as ranges}
  public List<Range> missedAtLogin() {
    return missedAtLogin;
  }

  /// Notes that the client has sent something: what the operating system took before that has been
  /// received.
  public void onClientActivity() {
    if (!unproven.isEmpty() && connection.isDrained()) {
      markGiven();
    }
  }

  @Override
  public boolean seesAllOf(EntryChunk chunk) {
    return !chunk.authors().contains(account)
        && !chunk.subjects().contains(account)
        && (blocked.isEmpty() || chunk.authors().stream().noneMatch(blocked::contains));
  }

  /// The connection that asked for an entry got its acknowledgement instead; a change of one's own
  /// membership comes through the inbox; a blocked author is not heard in groups.
  @Override
  public boolean sees(EntryChunk chunk, Entry entry) {
    if (entry.author().equals(account)
        && (isFromHere(entry) || ConversationId.isInbox(chunk.conversation()))) {
      return false;
    }
    if (entry.kind().isMembershipChange()) {
      return !account.equals(entry.subject());
    }
    return !ConversationId.isGroup(chunk.conversation()) || !blocked.contains(entry.author());
  }

  private boolean isFromHere(Entry entry) {
    String messageId = entry.clientMessageId();
    String prefix = connection.id();
    return messageId.startsWith(prefix)
        && messageId.length() > prefix.length()
        && messageId.charAt(prefix.length()) == '.';
  }

  void deliver(ConversationView view, EntryChunk chunk) {
    if (ConversationId.isInbox(chunk.conversation())) {
      chunk.entries().stream()
          .filter(entry -> entry.seq() > inboxHead)
          .forEach(entry -> inbox.onInboxEntry(this, entry));
    }
    unproven.add(view);
    connection.deliver(chunk, this);
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
