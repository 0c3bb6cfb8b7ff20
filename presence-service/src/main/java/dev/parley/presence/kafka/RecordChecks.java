package dev.parley.presence.kafka;

import dev.parley.contracts.Handles;
import dev.parley.contracts.ReplyTo;
import dev.parley.contracts.presence.CloseSession;
import dev.parley.contracts.presence.EndSessions;
import dev.parley.contracts.presence.FetchAudit;
import dev.parley.contracts.presence.OpenSession;
import dev.parley.contracts.presence.ResumeSession;
import java.util.Arrays;
import java.util.regex.Pattern;

/// Checks what a gateway wrote, before it becomes a row, a topic's name or a line.
///
/// Each check throws an [IllegalArgumentException] that names the field, never its value.
final class RecordChecks {

  /// A gateway's id is part of a topic's name: what Kafka allows there, and room for the prefix.
  private static final Pattern GATEWAY = Pattern.compile("[A-Za-z0-9._-]{1,100}");

  private static final int MAX_ID = 100;
  private static final int MAX_DOOR = 16;
  private static final int MAX_ADDRESS = 100;
  private static final int MAX_REASON = 100;

  private RecordChecks() {}

  static void check(OpenSession request) {
    handle(request.account());
    text("session", request.session(), MAX_ID);
    gateway(request.gateway());
    text("door", request.door(), MAX_DOOR);
    text("address", request.address(), MAX_ADDRESS);
    if (request.token() != null) {
      text("token", request.token(), MAX_ID);
    }
    gateway(request.replyTo().gateway());
  }

  static void check(ResumeSession request) {
    handle(request.account());
    text("session", request.session(), MAX_ID);
    gateway(request.gateway());
    text("door", request.door(), MAX_DOOR);
    text("address", request.address(), MAX_ADDRESS);
    text("token", request.token(), MAX_ID);
    gateway(request.replyTo().gateway());
  }

  static void check(CloseSession request) {
    handle(request.account());
    text("session", request.session(), MAX_ID);
    gateway(request.gateway());
    text("reason", request.reason(), MAX_REASON);
    if (request.replyTo() != null) {
      gateway(request.replyTo().gateway());
    }
  }

  static void check(EndSessions request) {
    handle(request.account());
    text("reason", request.reason(), MAX_REASON);
    if (request.keptSession() != null) {
      text("keptSession", request.keptSession(), MAX_ID);
    }
  }

  static void check(FetchAudit request) {
    question(request.account(), request.replyTo());
    for (String field : Arrays.asList(request.about(), request.action(), request.before())) {
      if (field != null) {
        text("filter", field, MAX_ID);
      }
    }
  }

  static void question(String account, ReplyTo replyTo) {
    handle(account);
    gateway(replyTo.gateway());
  }

  static void handle(String account) {
    require(Handles.isHandle(account), "account must be a handle");
  }

  static String gateway(String gateway) {
    require(
        GATEWAY.matcher(gateway).matches(),
        "gateway must have 1 to 100 characters of A-Z a-z 0-9 . _ -");
    return gateway;
  }

  private static void text(String field, String value, int max) {
    require(
        !value.isEmpty()
            && value.length() <= max
            && value.chars().noneMatch(Character::isISOControl),
        field + " must have 1 to " + max + " characters, none of them a control character");
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(rule);
    }
  }
}
