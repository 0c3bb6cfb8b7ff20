package dev.parley.contracts.presence;

import dev.parley.contracts.ReplyTo;
import java.util.List;

/// One record of each kind on `parley.presence` and `parley.presence.events`.
public final class PresenceSamples {
  private static final ReplyTo REPLY_TO = new ReplyTo("gw-1", 42);

  private PresenceSamples() {}

  /// {@return a record of each kind on `parley.presence`}
  public static List<PresenceRecord> requests() {
    return List.of(
        new OpenSession("alice", "s-1", "gw-1", "ssh", "2001:db8::7", true, null, null, REPLY_TO),
        new ResumeSession("alice", "s-2", "gw-1", "ws", "2001:db8::7", "t-1", REPLY_TO),
        new CloseSession("alice", "s-1", "gw-1", "logout", REPLY_TO),
        new SetAway("alice", "s-1", "gw-1", true),
        new Heartbeat("gw-1"),
        new GatewayStopped("gw-1"),
        new Pulse("presence-1"),
        new WhoElse("alice", REPLY_TO),
        new WhoLastHour("alice", REPLY_TO),
        new Ping("alice", "bob", REPLY_TO),
        new FetchAudit("alice", "bob", "locked", 1L, 2L, 100, "1-2", REPLY_TO),
        new EndSessions("alice", 1_700_000_000_123L, "disabled", "s-1"));
  }

  /// {@return records that have got components since their kind was made}
  public static List<PresenceRecord> grown() {
    return List.of(
        new OpenSession("alice", "s-1", "gw-1", "ssh", "2001:db8::7", true, "t-1", null, REPLY_TO));
  }

  /// {@return a record of each kind on `parley.presence.events`}
  public static List<PresenceEvent> events() {
    return List.of(
        new Came("alice"),
        new Went("alice"),
        new AwayChanged("alice", true),
        new Typing("#team", "alice"),
        new GatewayExpired("gw-1"));
  }
}
