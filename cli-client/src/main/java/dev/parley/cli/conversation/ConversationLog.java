package dev.parley.cli.conversation;

import dev.parley.cli.frame.Entry;
import dev.parley.cli.frame.FileRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What is known of one conversation: messages by number, from live entries and pages of history.
///
/// Each number is applied once and in order. An entry beyond the next number waits while requests
/// of one's own are under way, since their answers stand for entries; when none is, the hole is
/// asked for ([Holes]) and closed by [#close], whatever the answer held: entries of blocked people
/// are never sent. At most 500 entries wait; then the hole is given up, since history has what is
/// in it. The newest 2,000 messages are kept.
public final class ConversationLog {

  private static final int MOST_EARLY = 500;
  private static final int MOST_MESSAGES = 2_000;

  /// Asks the server for what lies between two numbers.
  @FunctionalInterface
  interface Holes {
    /// Asks; [ConversationLog#close] or [ConversationLog#giveUp] follows.
    ///
    /// @param after the last number that is here
    /// @param before the first number beyond the hole
    void ask(long after, long before);
  }

  private final TreeMap<Long, Message> messages = new TreeMap<>();
  private final TreeMap<Long, Entry> early = new TreeMap<>();
  private final Consumer<Entry> applied;
  private final Holes holes;
  private long cursor = -1;
  private int underWay;
  private boolean asked;

  /// @param applied hears of each entry once, in order
  /// @param holes asks for missing numbers
  ConversationLog(Consumer<Entry> applied, Holes holes) {
    this.applied = applied;
    this.holes = holes;
  }

  /// Takes an entry once; those already known change nothing.
  void offer(Entry entry) {
    if (cursor >= 0 && entry.seq() <= cursor) {
      return;
    }
    if (cursor < 0 || entry.seq() == cursor + 1) {
      apply(entry);
      applyEarly();
    } else {
      early.put(entry.seq(), entry);
      settle();
    }
  }

  /// A request of one's own that will become an entry was sent; [#onAnswered] follows.
  void onAsked() {
    underWay++;
  }

  void onAnswered() {
    underWay--;
    settle();
  }

  /// Starts the count where nothing waits: all up to `head` was given before.
  void startAt(long head) {
    if (cursor < 0) {
      cursor = head;
      applyEarly();
    }
  }

  /// Closes the hole below `before` with what the server has of it.
  void close(long before, List<Entry> found) {
    asked = false;
    for (Entry entry : found) {
      if (entry.seq() > cursor && entry.seq() < before) {
        apply(entry);
      }
    }
    if (cursor < before - 1) {
      cursor = before - 1;
    }
    applyEarly();
    settle();
  }

  /// The hole could not be asked for: the connection was lost. What waits comes again.
  void giveUp() {
    asked = false;
    early.clear();
  }

  /// Merges a page of history; does not move the cursor.
  ///
  /// @param page messages as they are now
  public void merge(Collection<Message> page) {
    page.forEach(this::put);
  }

  /// A text that could not be opened opens now.
  ///
  /// @return the message; nothing where it is not loaded, or says something else by now
  Optional<Message> open(long seq, String text, @Nullable FileRef file) {
    Optional<Message> opened =
        message(seq)
            .filter(each -> each.isShut() && !each.isDeleted())
            .map(each -> each.opened(text, file));
    opened.ifPresent(each -> messages.put(seq, each));
    return opened;
  }

  /// {@return the highest number up to which everything has arrived; nothing before the first}
  public Optional<Long> cursor() {
    return cursor < 0 ? Optional.empty() : Optional.of(cursor);
  }

  /// {@return the message of a number, as far as it is loaded}
  ///
  /// @param seq its number
  public Optional<Message> message(long seq) {
    return Optional.ofNullable(messages.get(seq));
  }

  /// {@return what is loaded, newest first}
  public Collection<Message> newestFirst() {
    return messages.descendingMap().values();
  }

  private void settle() {
    if (early.isEmpty() || underWay > 0 || asked) {
      return;
    }
    if (early.size() > MOST_EARLY) {
      cursor = early.firstKey() - 1;
      applyEarly();
    } else {
      asked = true;
      holes.ask(cursor, early.firstKey());
    }
  }

  private void applyEarly() {
    for (Map.Entry<Long, Entry> first = early.firstEntry();
        first != null && first.getKey() <= cursor + 1;
        first = early.firstEntry()) {
      early.pollFirstEntry();
      if (first.getKey() > cursor) {
        apply(first.getValue());
      }
    }
  }

  private void apply(Entry entry) {
    cursor = entry.seq();
    switch (entry) {
      case Entry.Message message -> put(Message.of(message));
      case Entry.Edit edit -> change(edit.target(), edit);
      case Entry.Delete delete -> change(delete.target(), delete);
      case Entry.React react -> change(react.target(), react);
      case Entry.Pin pin -> change(pin.target(), pin);
      case Entry.Member _, Entry.Mute _, Entry.Encryption _ -> {
        // Shown, and not kept.
      }
    }
    applied.accept(entry);
  }

  private void change(long target, Entry change) {
    messages.computeIfPresent(target, (_, message) -> message.after(change));
  }

  private void put(Message message) {
    messages.merge(message.seq(), message, ConversationLog::newer);
    while (messages.size() > MOST_MESSAGES) {
      messages.pollFirstEntry();
    }
  }

  private static Message newer(Message old, Message now) {
    // A page may have been read before a text of it was opened.
    boolean shutAgain = now.isShut() && !old.isShut() && now.changed() == old.changed();
    return now.changed() < old.changed() || shutAgain ? old : now;
  }

  /// {@return those who wrote here, as far as it is loaded, the last first}
  public List<String> authors() {
    List<String> authors = new ArrayList<>();
    for (Message message : newestFirst()) {
      if (!authors.contains(message.from())) {
        authors.add(message.from());
      }
    }
    return authors;
  }
}
