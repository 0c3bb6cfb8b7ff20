package dev.parley.routing.search;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.conversation.Entry;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Conversations that have entries which are not indexed yet, in the order in which they got them.
///
/// Nothing is lost with it: what is behind is found again in the database. Where there are more
/// than it holds, it says so, and they are looked for when it is empty. Safe for use by many
/// threads.
@Singleton
public final class IndexQueue {
  /// Most names held, about 100 bytes each.
  static final int CAPACITY = 200_000;

  private final Set<String> names = new LinkedHashSet<>();
  private final boolean used;
  private boolean overflown;

  /// Begins empty.
  ///
  /// @param config whether anything is indexed
  public IndexQueue(SearchConfig config) {
    this.used = config.indexing();
  }

  /// Takes note of new entries. On the way of every batch: it costs one lock and a look at each
  /// entry's kind.
  ///
  /// @param entries committed entries by conversation id
  public void note(Map<String, List<Entry>> entries) {
    if (!used || entries.isEmpty()) {
      return;
    }
    synchronized (names) {
      entries.forEach((conversation, appended) -> {
        if (!ConversationId.isInbox(conversation) && hasTexts(appended)) {
          add(conversation);
        }
      });
      names.notifyAll();
    }
  }

  /// Puts conversations back, or those that were found in the database.
  ///
  /// @param behind their ids
  void add(Collection<String> behind) {
    synchronized (names) {
      behind.forEach(this::add);
      names.notifyAll();
    }
  }

  private void add(String conversation) {
    if (names.size() < CAPACITY) {
      names.add(conversation);
    } else {
      overflown |= !names.contains(conversation);
    }
  }

  /// Takes the first conversations; waits a while if there are none.
  ///
  /// @param max most conversations
  /// @param millis longest wait
  /// @return their ids, none if the wait is over
  List<String> take(int max, long millis) throws InterruptedException {
    synchronized (names) {
      if (names.isEmpty() && millis > 0) {
        names.wait(millis);
      }
      List<String> first = new ArrayList<>();
      Iterator<String> each = names.iterator();
      while (each.hasNext() && first.size() < max) {
        first.add(each.next());
        each.remove();
      }
      return first;
    }
  }

  /// {@return whether some did not fit since the last call, and the queue is empty}
  boolean takeOverflow() {
    synchronized (names) {
      boolean look = overflown && names.isEmpty();
      overflown &= !look;
      return look;
    }
  }

  private static boolean hasTexts(List<Entry> entries) {
    for (Entry entry : entries) {
      switch (entry.kind()) {
        case MESSAGE, EDITED, DELETED -> {
          return true;
        }
        case ADDED, JOINED, REMOVED, LEFT, MUTED, UNMUTED -> {}
        case REACTED, UNREACTED, PINNED, UNPINNED, ENCRYPTED, UNENCRYPTED -> {}
        case ADDED_TO, REMOVED_FROM, BLOCKED, UNBLOCKED -> {}
      }
    }
    return false;
  }
}
