package dev.parley.gateway.subscription;

import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.conversation.Subscribe;
import dev.parley.contracts.delivery.Subscribed;
import dev.parley.gateway.door.EntryChunk;
import dev.parley.gateway.exchange.LoopTurns;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// This gateway's interest in one conversation, and the position it has reached.
///
/// ```
/// ASKED ──Subscribed──▶ LIVE ──hole, new owner──▶ BEHIND ──Subscribed──▶ LIVE
/// ```
///
/// In `LIVE` entries are dropped at or below the position and passed on if they are next; a hole or
/// a new owner makes it `BEHIND`: it subscribes again from its position and passes nothing on until
/// the answer. Who is a member is judged here, entry by entry, at the moment of delivery. Locked by
/// itself: entries come on the delivery thread, subscribers on event loops.
public final class Subscription {
  private enum State {
    ASKED,
    LIVE,
    BEHIND
  }

  private static final int MAX_MEMBERS_OF_TYPING = 100;

  private final String conversation;
  private final MemberSet members;
  private final List<Subscriber> subscribers = new ArrayList<>();
  private final CompletableFuture<Void> established = new CompletableFuture<>();
  private State state = State.ASKED;
  private volatile long position = Subscribe.FROM_NOW;
  private long askedAt;
  private long idleSince;

  Subscription(String conversation, long now) {
    this.conversation = conversation;
    this.members = new MemberSet(conversation);
    this.askedAt = now;
    this.idleSince = now;
  }

  /// {@return conversation id}
  public String conversation() {
    return conversation;
  }

  /// {@return seq of the last entry passed on; -1 until established}
  public long position() {
    return position;
  }

  /// {@return completes on the delivery thread when the owner has answered for the first time}
  public CompletableFuture<Void> established() {
    return established;
  }

  /// {@return whether it is small enough that its members hear who is writing}
  public synchronized boolean takesTyping() {
    return members.count() <= MAX_MEMBERS_OF_TYPING;
  }

  /// Tells its readers here that a member is writing; of anyone else they hear nothing.
  synchronized void onTyping(String account, LoopTurns turns) {
    if (!members.contains(account) || !takesTyping()) {
      return;
    }
    for (Subscriber subscriber : subscribers) {
      if (members.contains(subscriber.account())) {
        turns.add(subscriber.loop(), () -> subscriber.onTyping(account));
      }
    }
  }

  synchronized void attach(Subscriber subscriber) {
    subscribers.add(subscriber);
  }

  synchronized void detach(Subscriber subscriber, long now) {
    subscribers.remove(subscriber);
    idleSince = now;
  }

  /// {@return whether the owner must be asked again: a hole is open, or the owner has shown that
  /// there is more than it sent}
  synchronized boolean onSubscribed(Subscribed answer, long now, LoopTurns turns) {
    if (state == State.ASKED) {
      position = answer.upTo();
    } else {
      passOn(answer.entries(), turns);
    }
    if (position < answer.upTo()) {
      return ask(now);
    }
    if (position == answer.upTo()) {
      members.replace(conversation, answer.members());
    }
    state = State.LIVE;
    established.complete(null);
    return false;
  }

  /// {@return whether a hole was found, and the owner must be asked again}
  synchronized boolean onEntries(List<Entry> entries, long now, LoopTurns turns) {
    if (state != State.LIVE) {
      return false;
    }
    passOn(entries, turns);
    return entries.getLast().seq() > position && ask(now);
  }

  /// {@return the position from which the owner is to be asked now}
  synchronized long askFrom(long now) {
    askedAt = now;
    return state == State.ASKED ? Subscribe.FROM_NOW : position;
  }

  /// The new owner knows nothing of this subscription: what it has must be asked for.
  synchronized void onOwnerChanged() {
    if (state == State.LIVE) {
      state = State.BEHIND;
    }
  }

  /// {@return whether an answer is overdue}
  synchronized boolean isOverdue(long now, long limitNanos) {
    return state != State.LIVE && now - askedAt > limitNanos;
  }

  /// {@return whether nobody has read it for so long}
  synchronized boolean isIdle(long now, long limitNanos) {
    return subscribers.isEmpty() && now - idleSince > limitNanos;
  }

  private boolean ask(long now) {
    state = State.BEHIND;
    askedAt = now;
    return true;
  }

  private void passOn(List<Entry> entries, LoopTurns turns) {
    List<Entry> next = inOrder(entries);
    if (next.isEmpty()) {
      return;
    }
    EntryChunk chunk = new EntryChunk(conversation, next);
    position = chunk.last();
    for (Entry entry : next) {
      if (entry.kind().isMembershipChange()) {
        members.apply(entry);
        detachIfGone(entry, chunk, turns);
      }
    }
    for (Subscriber subscriber : subscribers) {
      if (members.contains(subscriber.account())) {
        turns.add(subscriber.loop(), () -> subscriber.onEntries(chunk));
      }
    }
  }

  /// The entries above the position, up to the first hole.
  private List<Entry> inOrder(List<Entry> entries) {
    long next = position + 1;
    List<Entry> kept = new ArrayList<>(entries.size());
    for (Entry entry : entries) {
      if (entry.seq() == next) {
        kept.add(entry);
        next++;
      } else if (entry.seq() > next) {
        break;
      }
    }
    return kept;
  }

  /// Who is no longer a member gets what came before, and nothing from here on.
  private void detachIfGone(Entry change, EntryChunk chunk, LoopTurns turns) {
    String subject = change.subject();
    if (subject == null || members.contains(subject)) {
      return;
    }
    EntryChunk before = chunk.before(change.seq());
    for (Iterator<Subscriber> all = subscribers.iterator(); all.hasNext(); ) {
      Subscriber subscriber = all.next();
      if (subscriber.account().equals(subject)) {
        all.remove();
        if (!before.isEmpty()) {
          turns.add(subscriber.loop(), () -> subscriber.onEntries(before));
        }
      }
    }
  }
}
