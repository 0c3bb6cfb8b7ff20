package dev.parley.cli.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.cli.frame.Entry;
import dev.parley.cli.text.Mentions;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

/// One conversation as its reader sees it.
public final class Conversation {

  private static final long TYPING_LASTS = 6_000;

  private final String id;
  private final String me;
  private final InstantSource clock;
  private final BooleanSupplier isHere;
  private final ConversationLog log;

  /// Numbers of messages that called those who are here, and came while one was.
  private final Set<Long> heard = new HashSet<>();

  private final Map<String, Long> typing = new HashMap<>();
  private List<String> members = List.of();
  private String draft = "";
  private String lastAt = "";
  private String spelling;
  private long head;
  private long read;
  private long countedTo;
  private long oldTo;
  private boolean encrypted;
  private long unread;
  private long mentions;

  Conversation(
      String id,
      String me,
      InstantSource clock,
      BooleanSupplier isHere,
      BiConsumer<Conversation, Entry> applied,
      ConversationLog.Holes holes) {
    this.id = id;
    this.me = me;
    this.clock = clock;
    this.isHere = isHere;
    this.spelling = id;
    this.log =
        new ConversationLog(
            entry -> {
              count(entry);
              applied.accept(this, entry);
            },
            holes);
  }

  /// Takes a row of `conversations`.
  ///
  /// @param first whether it is the first listing: what it counts was there before
  void onSummary(JsonNode row, boolean first) {
    if (first) {
      oldTo = row.path("head").asLong();
    }
    head = Math.max(head, row.path("head").asLong());
    spelling = row.path("id").asText(id);
    if (row.path("given").asLong() >= row.path("head").asLong()) {
      log.startAt(row.path("head").asLong());
    }
    countedTo = Math.max(row.path("head").asLong(), log.cursor().orElse(0L));
    read = Math.max(read, row.path("read").asLong());
    unread = row.path("unread").asLong();
    mentions = row.path("mentions").asLong();
    encrypted = row.path("encrypted").asBoolean();
  }

  /// Moves the read position forward, never back.
  void onRead(long seq) {
    if (seq <= read) {
      return;
    }
    read = seq;
    List<Message> left =
        log.newestFirst().stream()
            .filter(each -> each.seq() > seq && !each.from().equals(me) && !each.isDeleted())
            .toList();
    unread = Math.min(unread, left.size());
    heard.removeIf(each -> each <= seq);
    mentions = Math.min(mentions, left.stream().filter(this::hasCalled).count());
  }

  private boolean hasCalled(Message message) {
    return heard.contains(message.seq()) || Mentions.call(message.text(), me, false);
  }

  void onTyping(String user) {
    if (!user.equals(me)) {
      typing.put(user, clock.millis());
    }
  }

  void members(List<String> handles) {
    members = List.copyOf(handles);
  }

  void spelling(String ofServer) {
    spelling = ofServer;
  }

  private void count(Entry entry) {
    head = Math.max(head, entry.seq());
    if (entry instanceof Entry.Encryption(_, _, _, _, boolean on)) {
      encrypted = on;
    }
    if (entry instanceof Entry.Member) {
      members = List.of();
    }
    if (!(entry instanceof Entry.Message message)) {
      return;
    }
    typing.remove(message.from());
    lastAt = message.at();
    if (message.from().equals(me) || message.seq() <= countedTo || message.seq() <= read) {
      return;
    }
    unread++;
    if (Mentions.call(message.text(), me, isHere.getAsBoolean())) {
      heard.add(message.seq());
      mentions++;
    }
  }

  /// {@return `@bob` or `#name`}
  public String id() {
    return id;
  }

  /// {@return its name for the server's cursors}
  String spelling() {
    return spelling;
  }

  /// {@return its messages}
  public ConversationLog log() {
    return log;
  }

  /// {@return the highest number that is known to exist}
  public long head() {
    return head;
  }

  /// {@return whether an entry was made while this ran, and is not part of what waited}
  ///
  /// @param seq its number
  public boolean isFresh(long seq) {
    return seq > oldTo;
  }

  /// {@return the number up to which everything was read}
  public long read() {
    return read;
  }

  /// {@return how many messages of others were not read}
  public long unread() {
    return unread;
  }

  /// {@return how many of them call the reader}
  public long mentions() {
    return mentions;
  }

  /// {@return whether it takes sealed texts only}
  public boolean isEncrypted() {
    return encrypted;
  }

  /// {@return time of the newest message that came while this ran; empty for none}
  public String lastAt() {
    return lastAt;
  }

  /// {@return who is writing at this moment}
  public List<String> typing() {
    long since = clock.millis() - TYPING_LASTS;
    typing.values().removeIf(at -> at < since);
    return new ArrayList<>(typing.keySet());
  }

  /// {@return its members as far as they were asked for, and those who wrote}
  public List<String> known() {
    List<String> known = new ArrayList<>(members);
    log.authors().stream().filter(each -> !known.contains(each)).forEach(known::add);
    return known;
  }

  /// {@return whether its members were asked for since they changed}
  public boolean hasMembers() {
    return !members.isEmpty();
  }

  /// {@return what was typed here and not sent}
  public String draft() {
    return draft;
  }

  /// Keeps what was typed.
  ///
  /// @param text not sent yet
  public void draft(String text) {
    draft = text;
  }
}
