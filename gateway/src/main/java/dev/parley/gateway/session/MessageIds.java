package dev.parley.gateway.session;

import dev.parley.contracts.conversation.Entry;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The client message ids of what one connection asks for: its own, `CONNECTION.NUMBER`, and those
/// that its client has named. By them it knows an entry that it asked for itself.
///
/// For one thread.
final class MessageIds {
  /// Most names that are kept until their entries come by; far more than can be under way.
  private static final int MAX_NAMED = 1_000;

  private final String connection;
  private final Set<String> namedByClient = new LinkedHashSet<>(0);
  private int made;

  MessageIds(String connection) {
    this.connection = connection;
  }

  /// {@return an id that was not there before}
  String next() {
    made++;
    return connection + "." + made;
  }

  /// Notes an id that the client has made up.
  ///
  /// @return the same
  String named(String clientId) {
    namedByClient.add(clientId);
    if (namedByClient.size() > MAX_NAMED) {
      namedByClient.remove(namedByClient.iterator().next());
    }
    return clientId;
  }

  /// {@return whether this connection asked for what has that id}
  boolean isFromHere(String messageId) {
    return namedByClient.contains(messageId)
        || (messageId.startsWith(connection)
            && messageId.length() > connection.length()
            && messageId.charAt(connection.length()) == '.');
  }

  /// An id comes by once: what comes by again under it was asked for by another connection.
  void onDelivered(List<Entry> entries, String account) {
    if (!namedByClient.isEmpty()) {
      entries.stream()
          .filter(entry -> entry.author().equals(account))
          .forEach(entry -> namedByClient.remove(entry.clientMessageId()));
    }
  }
}
