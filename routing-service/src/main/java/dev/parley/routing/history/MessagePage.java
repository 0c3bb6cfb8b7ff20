package dev.parley.routing.history;

import dev.parley.contracts.delivery.HistoryPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The first messages of what was found, as many as an answer takes.
///
/// @param taken the messages, in the order in which they were found
/// @param more whether something was left
public record MessagePage(List<ReadMessage> taken, boolean more) {
  /// Characters after which a page ends: at most three times as many bytes, so that no page alone
  /// makes a slow reader of who asked for it.
  public static final int MAX_SIZE = 128 * 1024;

  /// {@return as many as fit; the first one always does}
  ///
  /// @param found what was found, one more than wanted if there are more
  /// @param limit most messages
  /// @param maxSize most characters
  public static MessagePage of(List<ReadMessage> found, int limit, int maxSize) {
    List<ReadMessage> taken = new ArrayList<>();
    int size = 0;
    for (ReadMessage message : found) {
      size += message.size();
      if (taken.size() == limit || (size > maxSize && !taken.isEmpty())) {
        return new MessagePage(taken, true);
      }
      taken.add(message);
    }
    return new MessagePage(taken, false);
  }

  /// {@return the messages as an answer}
  ///
  /// @param request number of the request
  /// @param oldestFirst the messages
  /// @param more what the answer says of others, or `null`
  static HistoryPage answer(long request, List<ReadMessage> oldestFirst, @Nullable Boolean more) {
    return new HistoryPage(
        request,
        oldestFirst.stream().map(ReadMessage::entry).toList(),
        oldestFirst.stream().map(ReadMessage::state).filter(Objects::nonNull).toList(),
        more);
  }
}
