package dev.parley.deploy.acceptance.traffic;

import dev.parley.deploy.acceptance.history.HistoryLog;
import dev.parley.deploy.acceptance.history.Row;
import dev.parley.deploy.acceptance.line.LineClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Finds out what the server holds once the writing has ended.
final class StockTaking {

  private static final Duration CATCH_UP_LIMIT = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final Cast cast;
  private final Logins logins;
  private final HistoryLog log;

  StockTaking(Cast cast, Logins logins, HistoryLog log) {
    this.cast = cast;
    this.logins = logins;
    this.log = log;
  }

  /// A send of unknown fate may still be stored while the rows are read: they are read again until
  /// no reader has more, or less, or a minute is over.
  ///
  /// @return every row of every channel
  List<Row> rows() {
    long deadline = System.nanoTime() + CATCH_UP_LIMIT.toNanos();
    List<Row> rows = fetch();
    while (!isEverybodyAt(rows) && System.nanoTime() < deadline && !logins.isOver(PAUSE)) {
      rows = fetch();
    }
    return rows;
  }

  private List<Row> fetch() {
    List<Row> rows = new ArrayList<>();
    for (Account writer : cast.writers()) {
      try (LineClient client = logins.mustLogIn(writer)) {
        var fetcher = new RowFetcher(client);
        rows.addAll(fetcher.fetch(cast.letters(writer)));
        if (writer.equals(cast.founder())) {
          cast.groupChannels().forEach(group -> rows.addAll(fetcher.fetch(group)));
        }
      }
    }
    return rows;
  }

  private boolean isEverybodyAt(List<Row> rows) {
    Map<String, Long> last =
        rows.stream().collect(Collectors.toMap(Row::conversation, Row::seq, Math::max));
    return cast.channels().stream()
        .allMatch(channel -> isEverybodyAt(channel, last.getOrDefault(channel.conversation(), 0L)));
  }

  private boolean isEverybodyAt(Channel channel, long seq) {
    return cast.readersOf(channel).stream()
        .allMatch(reader -> log.position(reader, channel.conversation()) == seq);
  }
}
