package dev.parley.presence.kafka;

import dev.parley.contracts.Handles;
import dev.parley.contracts.ReplyTo;
import dev.parley.contracts.presence.CloseSession;
import dev.parley.contracts.presence.OpenSession;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Checks what a gateway wrote. JSON knows no types' promises: a missing field arrives as `null`.
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
    replyTo(request.replyTo());
  }

  static void check(CloseSession request) {
    handle(request.account());
    text("session", request.session(), MAX_ID);
    gateway(request.gateway());
    text("reason", request.reason(), MAX_REASON);
    if (request.replyTo() != null) {
      replyTo(request.replyTo());
    }
  }

  static void question(@Nullable String account, @Nullable ReplyTo replyTo) {
    handle(account);
    replyTo(replyTo);
  }

  static void handle(@Nullable String account) {
    require(account != null && Handles.isHandle(account), "account must be a handle");
  }

  static String gateway(@Nullable String gateway) {
    require(
        gateway != null && GATEWAY.matcher(gateway).matches(),
        "gateway must have 1 to 100 characters of A-Z a-z 0-9 . _ -");
    return String.valueOf(gateway);
  }

  private static void replyTo(@Nullable ReplyTo replyTo) {
    require(replyTo != null, "replyTo must be there");
    gateway(replyTo == null ? null : replyTo.gateway());
  }

  private static void text(String field, @Nullable String value, int max) {
    require(
        value != null
            && !value.isEmpty()
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
