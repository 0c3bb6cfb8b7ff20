package dev.parley.gateway.hop;

import java.time.InstantSource;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// The latest posts and deliveries of this gateway, in two rings that forget the oldest. Safe for
/// use by many threads; looking something up walks a ring, which only people who ask do.
public final class HopLog {
  private final @Nullable Post[] posts;
  private final @Nullable Delivery[] deliveries;
  private final InstantSource clock;
  private int posted;
  private int delivered;

  private record Post(String conversation, long seq, long receivedAt) {}

  /// Entries of one conversation that came together.
  ///
  /// @param conversation conversation id
  /// @param first lowest seq
  /// @param last highest seq
  /// @param storedAt when they were committed, epoch milliseconds, or `null` if not known
  /// @param passage when they came and went
  public record Delivery(
      String conversation, long first, long last, @Nullable Long storedAt, Passage passage) {}

  /// Starts empty.
  ///
  /// @param remembered size of each ring, 0 or more
  /// @param clock what time it is
  public HopLog(int remembered, InstantSource clock) {
    this.clock = clock;
    this.posts = new Post[remembered];
    this.deliveries = new Delivery[remembered];
  }

  /// {@return the time, epoch milliseconds}
  public long now() {
    return clock.millis();
  }

  /// Notes a message that was posted through this gateway.
  ///
  /// @param conversation conversation id
  /// @param seq its position
  /// @param receivedAt when it came through the door, epoch milliseconds
  public void posted(String conversation, long seq, long receivedAt) {
    if (posts.length > 0) {
      Post post = new Post(conversation, seq, receivedAt);
      synchronized (posts) {
        posts[posted] = post;
        posted = (posted + 1) % posts.length;
      }
    }
  }

  /// Notes entries that came for readers of this gateway.
  ///
  /// @param delivery what came
  public void passed(Delivery delivery) {
    if (deliveries.length > 0) {
      synchronized (deliveries) {
        deliveries[delivered] = delivery;
        delivered = (delivered + 1) % deliveries.length;
      }
    }
  }

  /// {@return when a message came through a door of this gateway, epoch milliseconds; empty if it
  /// came through another, or long ago}
  ///
  /// @param conversation conversation id
  /// @param seq its position
  public OptionalLong receivedAt(String conversation, long seq) {
    synchronized (posts) {
      for (Post post : posts) {
        if (post != null && post.seq == seq && post.conversation.equals(conversation)) {
          return OptionalLong.of(post.receivedAt);
        }
      }
    }
    return OptionalLong.empty();
  }

  /// {@return how an entry came to this gateway for the first time; `null` if that is long ago, or
  /// nobody here read the conversation}
  ///
  /// @param conversation conversation id
  /// @param seq its position
  public @Nullable Delivery delivery(String conversation, long seq) {
    synchronized (deliveries) {
      // The oldest first: what comes again is dropped, and is not how it was delivered.
      for (int i = 0; i < deliveries.length; i++) {
        Delivery each = deliveries[(delivered + i) % deliveries.length];
        if (each != null
            && each.first <= seq
            && seq <= each.last
            && each.conversation.equals(conversation)) {
          return each;
        }
      }
    }
    return null;
  }
}
