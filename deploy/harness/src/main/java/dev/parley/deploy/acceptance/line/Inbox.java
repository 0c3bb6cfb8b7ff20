package dev.parley.deploy.acceptance.line;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What a server has said on one connection, sorted into replies and events.
///
/// One thread adds lines; any thread waits. A reply is complete with the last row of its listing.
/// What is waited for is taken out, so that each reply and each event is found once.
final class Inbox {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<Reply> replies = new ArrayDeque<>();
  private final Deque<Event> events = new ArrayDeque<>();
  private final List<String> faults = new ArrayList<>();
  private @Nullable Listing listing;
  private boolean closed;

  void add(String line) {
    change(() -> {
      if (Reply.isFirstLine(line)) {
        addReply(new Reply(line, List.of()));
      } else if (line.startsWith("= ")) {
        addRow(line);
      } else if (Event.isEvent(line)) {
        addEvent(new Event(line));
      } else {
        faults.add("neither reply, row nor event: " + line);
      }
    });
  }

  void addFault(String fault) {
    change(() -> faults.add(fault));
  }

  void close() {
    change(() -> closed = true);
  }

  /// Waits for the next reply and takes it.
  ///
  /// @param limit how long to wait
  /// @return the reply, or `null` if none came in time, or none will since the connection is closed
  @Nullable Reply takeReply(Duration limit) {
    return await(limit, replies::poll);
  }

  /// Waits for an event and takes it; those that do not match stay.
  ///
  /// @param limit how long to wait
  /// @param wanted which event to take; the earliest that matches
  /// @return the event, or `null` if none came in time, or none will since the connection is closed
  @Nullable Event takeEvent(Duration limit, Predicate<Event> wanted) {
    return await(limit, () -> remove(wanted));
  }

  boolean awaitClose(Duration limit) {
    return await(limit, () -> closed ? true : null) != null;
  }

  boolean isClosed() {
    return locked(() -> closed);
  }

  List<Event> events() {
    return locked(() -> List.copyOf(events));
  }

  List<String> faults() {
    return locked(() -> List.copyOf(faults));
  }

  private void addReply(Reply reply) {
    if (listing != null) {
      faults.add("a reply inside a listing: " + reply.line());
    }
    int rows = Listings.rowsAfter(reply);
    if (rows == 0) {
      replies.add(reply);
    } else {
      listing = new Listing(reply.line(), rows, new ArrayList<>());
    }
  }

  private void addRow(String line) {
    Listing open = listing;
    if (open == null) {
      faults.add("a row outside a listing: " + line);
      return;
    }
    open.rows.add(line.substring(2));
    if (open.rows.size() == open.expected) {
      replies.add(new Reply(open.line, open.rows));
      listing = null;
    }
  }

  private void addEvent(Event event) {
    if (listing != null) {
      faults.add("an event inside a listing: " + event.line());
    }
    events.add(event);
  }

  private @Nullable Event remove(Predicate<Event> wanted) {
    for (Iterator<Event> rest = events.iterator(); rest.hasNext(); ) {
      Event event = rest.next();
      if (wanted.test(event)) {
        rest.remove();
        return event;
      }
    }
    return null;
  }

  private <T> @Nullable T await(Duration limit, Supplier<@Nullable T> attempt) {
    lock.lock();
    try {
      long left = limit.toNanos();
      T found = attempt.get();
      while (found == null && !closed && left > 0) {
        left = changed.awaitNanos(left);
        found = attempt.get();
      }
      return found;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return null;
    } finally {
      lock.unlock();
    }
  }

  private void change(Runnable change) {
    locked(() -> {
      change.run();
      changed.signalAll();
      return true;
    });
  }

  private <T> T locked(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  private record Listing(String line, int expected, List<String> rows) {}
}
