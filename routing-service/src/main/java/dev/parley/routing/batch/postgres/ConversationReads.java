package dev.parley.routing.batch.postgres;

import dev.parley.contracts.ConversationId;
import dev.parley.routing.conversation.ConversationKind;
import dev.parley.routing.conversation.ConversationState;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads conversations, a set at a time.
final class ConversationReads {
  private static final String LOAD =
      """
      SELECT c.name, c.id, c.kind,
        (SELECT e.seq FROM entry e WHERE e.conversation_id = c.id ORDER BY e.seq DESC LIMIT 1),
        c.encrypted
      FROM conversation c
      WHERE c.name = ANY (?)\
      """;

  private static final String MEMBERS =
      "SELECT conversation_id, account FROM member WHERE conversation_id = ANY (?)";

  private static final String BLOCKS =
      """
      SELECT asked.name, b.blocker
      FROM unnest(?, ?, ?) AS asked (name, blocker, blocked)
      JOIN block b ON b.blocker = asked.blocker AND b.blocked = asked.blocked\
      """;

  private static final String COUNT_GROUPS =
      """
      SELECT m.account, count(*)
      FROM member m JOIN conversation c ON c.id = m.conversation_id
      WHERE m.account = ANY (?) AND c.kind = ANY (?)
      GROUP BY m.account\
      """;

  private final Connection connection;

  private record Row(
      String name, long id, ConversationKind kind, long lastSeq, @Nullable Boolean encrypted) {}

  private record Pair(String conversation, String blocker, String blocked) {}

  ConversationReads(Connection connection) {
    this.connection = connection;
  }

  List<ConversationState> load(Set<String> names) throws SQLException {
    Map<String, Row> rows = rows(names);
    Map<Long, Set<String>> groupMembers = groupMembers(rows.values());
    Map<Long, Map<String, Long>> mutes = mutes(rows.values());
    Map<String, Set<String>> blockers = blockers(names);
    Set<String> found = new HashSet<>(rows.keySet());
    found.addAll(blockers.keySet());
    List<ConversationState> states = new ArrayList<>();
    for (String name : found) {
      Set<String> blocking = blockers.getOrDefault(name, Set.of());
      Row row = rows.get(name);
      states.add(
          row == null
              ? new ConversationState(name, 0, null, 0, Set.of(), blocking)
              : state(row, groupMembers, blocking, mutes.getOrDefault(row.id, Map.of())));
    }
    return states;
  }

  Map<String, Integer> countGroups(Set<String> accounts) throws SQLException {
    List<ConversationKind> groups =
        List.of(ConversationKind.OPEN_GROUP, ConversationKind.CLOSED_GROUP);
    Map<String, Integer> counts = new HashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(COUNT_GROUPS)) {
      new Parameters(statement).texts(accounts).ints(groups, ConversationKind::number);
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          counts.put(result.getString(1), result.getInt(2));
        }
      }
    }
    return counts;
  }

  private static ConversationState state(
      Row row, Map<Long, Set<String>> groupMembers, Set<String> blockers, Map<String, Long> mutes) {
    Set<String> members =
        switch (row.kind) {
          case DIRECT -> Set.copyOf(new HashSet<>(ConversationId.directMembers(row.name)));
          case OPEN_GROUP, CLOSED_GROUP -> groupMembers.getOrDefault(row.id, Set.of());
          case LOBBY -> Set.of();
          case INBOX -> Set.of(ConversationId.inboxOwner(row.name));
        };
    return new ConversationState(
        row.name, row.id, row.kind, row.lastSeq, members, blockers, mutes, row.encrypted);
  }

  private Map<Long, Map<String, Long>> mutes(Collection<Row> rows) throws SQLException {
    return new MuteReads(connection)
        .read(
            rows.stream()
                .filter(row -> isGroup(row) || row.kind == ConversationKind.LOBBY)
                .map(Row::id)
                .toList());
  }

  private Map<String, Row> rows(Set<String> names) throws SQLException {
    Map<String, Row> rows = new LinkedHashMap<>();
    try (PreparedStatement statement = connection.prepareStatement(LOAD)) {
      new Parameters(statement).texts(names);
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          String name = result.getString(1);
          ConversationKind kind = ConversationKind.of(result.getInt(3));
          Boolean encrypted = result.getObject(5, Boolean.class);
          rows.put(name, new Row(name, result.getLong(2), kind, result.getLong(4), encrypted));
        }
      }
    }
    return rows;
  }

  private Map<Long, Set<String>> groupMembers(Collection<Row> rows) throws SQLException {
    List<Row> groups = rows.stream().filter(ConversationReads::isGroup).toList();
    Map<Long, Set<String>> members = new HashMap<>();
    if (groups.isEmpty()) {
      return members;
    }
    try (PreparedStatement statement = connection.prepareStatement(MEMBERS)) {
      new Parameters(statement).longs(groups, Row::id);
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          members.computeIfAbsent(result.getLong(1), _ -> new HashSet<>()).add(result.getString(2));
        }
      }
    }
    return members;
  }

  private static boolean isGroup(Row row) {
    return row.kind == ConversationKind.OPEN_GROUP || row.kind == ConversationKind.CLOSED_GROUP;
  }

  private Map<String, Set<String>> blockers(Set<String> names) throws SQLException {
    List<Pair> pairs = names.stream().flatMap(name -> pairs(name).stream()).toList();
    Map<String, Set<String>> blockers = new HashMap<>();
    if (pairs.isEmpty()) {
      return blockers;
    }
    try (PreparedStatement statement = connection.prepareStatement(BLOCKS)) {
      new Parameters(statement)
          .texts(pairs, Pair::conversation)
          .texts(pairs, Pair::blocker)
          .texts(pairs, Pair::blocked);
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          blockers
              .computeIfAbsent(result.getString(1), _ -> new HashSet<>())
              .add(result.getString(2));
        }
      }
    }
    return blockers;
  }

  private static List<Pair> pairs(String name) {
    if (!ConversationId.isDirect(name) || name.indexOf('+') < 0) {
      return List.of();
    }
    List<String> two = ConversationId.directMembers(name);
    return List.of(new Pair(name, two.get(0), two.get(1)), new Pair(name, two.get(1), two.get(0)));
  }
}
