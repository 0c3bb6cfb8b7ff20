package dev.parley.presence.postgres;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The numbers of the topics in `audit_topic`. Safe for use by many threads.
@Singleton
final class AuditTopics {

  /// Far more than Parley has topics: more would be a fault of who names them.
  private static final int MAX_TOPICS = 100;

  private static final String ADD =
      "INSERT INTO audit_topic (name) VALUES (?) ON CONFLICT (name) DO NOTHING";

  private static final String FIND = "SELECT id FROM audit_topic WHERE name = ?";

  private final JdbcTransactions transactions;
  private final Map<String, Short> numbers = new ConcurrentHashMap<>();

  AuditTopics(JdbcTransactions transactions) {
    this.transactions = transactions;
  }

  short numberOf(String topic) {
    return numbers.computeIfAbsent(topic, this::load);
  }

  private short load(String topic) {
    if (numbers.size() >= MAX_TOPICS) {
      throw new IllegalArgumentException("audit events must name at most 100 topics");
    }
    return transactions.call(statements -> {
      statements.update(ADD, topic);
      return statements.query(FIND, row -> row.getShort("id"), topic).getFirst();
    });
  }
}
