package dev.parley.gateway.trace;

import dev.parley.contracts.trace.Micros;
import dev.parley.contracts.trace.Spans;
import dev.parley.contracts.trace.TracedEntry;
import dev.parley.gateway.hop.Passage;
import java.time.InstantSource;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/// Chooses the messages that are followed, and tells of those that arrive.
public final class MessageTraces {
  private final Spans spans;
  private final double ratio;
  private final DoubleSupplier chance;
  private final InstantSource clock;

  /// Tells of messages.
  ///
  /// @param spans whom
  /// @param ratio share of the messages that is followed, 0 to 1
  /// @param chance a number from 0 up to 1, another one each time
  /// @param clock what time it is
  public MessageTraces(Spans spans, double ratio, DoubleSupplier chance, InstantSource clock) {
    this.spans = spans;
    this.ratio = ratio;
    this.chance = chance;
    this.clock = clock;
  }

  /// Begins with a message that came through a door.
  ///
  /// @param door name of the door
  /// @param conversation conversation id
  /// @return its trace, or `null` if it is not followed
  public @Nullable MessageTrace posted(String door, String conversation) {
    if (ratio == 0 || chance.getAsDouble() >= ratio) {
      return null;
    }
    Spans.Span whole =
        spans
            .begin("message", null, Micros.of(clock))
            .with("parley.door", door)
            .with("parley.conversation", conversation);
    return new MessageTrace(whole, spans, clock);
  }

  /// Tells that entries that are followed came for readers of this gateway: `deliver`, from here
  /// until they are handed to the connections.
  ///
  /// @param entries those that are followed; mostly none
  /// @param passage their way through the gateway
  public void arrived(List<TracedEntry> entries, Passage passage) {
    for (TracedEntry entry : entries) {
      Spans.Span deliver =
          spans
              .begin("deliver", entry.context(), Micros.of(clock))
              .with("parley.conversation", entry.conversation())
              .with("parley.seq", Long.toString(entry.seq()));
      passage.whenHanded(() -> deliver.end(Micros.of(clock)));
    }
  }
}
