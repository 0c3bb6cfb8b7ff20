package dev.parley.deploy.acceptance.traffic;

import dev.parley.deploy.acceptance.history.Content;
import dev.parley.deploy.acceptance.history.Row;
import dev.parley.deploy.acceptance.line.HistoryRow;
import dev.parley.deploy.acceptance.line.LineClient;
import dev.parley.deploy.acceptance.line.Reply;
import java.util.ArrayList;
import java.util.List;

/// Pages through the whole history of a conversation, from the newest message to the oldest.
final class RowFetcher {

  private static final int PAGE = 200;

  private final LineClient client;

  RowFetcher(LineClient client) {
    this.client = client;
  }

  /// {@return every message that the server holds}
  List<Row> fetch(Channel channel) {
    List<Row> rows = new ArrayList<>();
    List<HistoryRow> page = page(channel.target(), "");
    while (!page.isEmpty()) {
      page.forEach(row -> rows.add(new Row(channel.conversation(), row.seq(), content(row))));
      page = page(channel.target(), " before " + page.getFirst().seq());
    }
    return rows;
  }

  private List<HistoryRow> page(String target, String before) {
    Reply reply = client.ask("history " + target + " " + PAGE + before);
    if (!reply.isOk()) {
      throw new AssertionError("no history of " + target + ": " + reply.line());
    }
    return reply.rows().stream().map(HistoryRow::of).toList();
  }

  private static Content.Message content(HistoryRow row) {
    return new Content.Message(row.time().toString(), row.author(), row.text());
  }
}
