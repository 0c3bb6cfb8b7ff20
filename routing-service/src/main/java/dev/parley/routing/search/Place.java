package dev.parley.routing.search;

import dev.parley.routing.history.HistoryStore.Position;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a message stands in the order of results: by time, and within a millisecond by
/// conversation and seq.
///
/// @param at time of the message, epoch milliseconds
/// @param position the message
public record Place(long at, Position position) {
  private static final Pattern TOKEN = Pattern.compile("(\\d{1,18})-(\\d{1,18})-(\\d{1,18})");

  /// {@return the place as clients hand it back}
  String token() {
    return at + "-" + position.conversation() + "-" + position.seq();
  }

  /// {@return the place that a client handed back}
  ///
  /// @param token as [#token()] gave it
  /// @throws QuerySyntaxException if it is not one
  static Place of(String token) {
    Matcher parts = TOKEN.matcher(token);
    if (!parts.matches()) {
      throw new QuerySyntaxException("before takes the next of an earlier answer");
    }
    Position position =
        new Position(Long.parseLong(parts.group(2)), Long.parseLong(parts.group(3)));
    return new Place(Long.parseLong(parts.group(1)), position);
  }
}
