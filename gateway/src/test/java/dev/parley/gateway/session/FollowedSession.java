package dev.parley.gateway.session;

import dev.parley.contracts.auth.Role;
import dev.parley.gateway.door.DoorConnection;

/// Sessions that were not opened by a login, for tests of what asks them.
public final class FollowedSession {
  private FollowedSession() {}

  /// {@return a session that follows no conversation, as that of one command}
  public static Session none(String account, DoorConnection connection) {
    return new Session("s1", account, Role.MEMBER, connection, (_, _) -> {});
  }

  /// {@return a session that follows one conversation}
  public static Session of(
      String account, DoorConnection connection, String conversation, boolean encrypted) {
    Session session = none(account, connection);
    ConversationView view = new ConversationView(session, conversation, 0);
    view.encrypted(encrypted, 1);
    session.views().put(conversation, view);
    return session;
  }
}
