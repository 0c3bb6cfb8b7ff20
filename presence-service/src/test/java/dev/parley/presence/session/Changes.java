package dev.parley.presence.session;

import dev.parley.contracts.ReplyTo;
import dev.parley.contracts.presence.CloseSession;
import dev.parley.contracts.presence.EndSessions;
import dev.parley.contracts.presence.OpenSession;
import dev.parley.contracts.presence.ResumeSession;
import dev.parley.presence.effect.Cause;
import dev.parley.presence.session.Change.AccountEnding;
import dev.parley.presence.session.Change.Closing;
import dev.parley.presence.session.Change.GatewayEnding;
import dev.parley.presence.session.Change.Opening;
import dev.parley.presence.session.Change.Resuming;
import org.jspecify.annotations.Nullable;

/// Changes as they would lie in one partition, one after the other, a millisecond apart. The number
/// of a request is its offset.
public final class Changes {

  /// Gateway of every session that names no other.
  public static final String GATEWAY = "g1";

  static final int PARTITION = 2;

  private long offset;
  private long at = 1_700_000_000_000L;

  /// Starts at offset 1.
  public Changes() {}

  Opening open(String account, String session) {
    return opening(account, session, GATEWAY, false, null);
  }

  Opening openAt(String gateway, String account, String session) {
    return opening(account, session, gateway, false, null);
  }

  Opening takeOver(String account, String session) {
    return opening(account, session, GATEWAY, true, null);
  }

  Opening takeOverAt(String gateway, String account, String session) {
    return opening(account, session, gateway, true, null);
  }

  Opening openWith(String token, String account, String session) {
    return opening(account, session, GATEWAY, false, token);
  }

  Resuming resume(String token, String account, String session) {
    Cause cause = next();
    ReplyTo replyTo = new ReplyTo(GATEWAY, cause.offset());
    return new Resuming(
        new ResumeSession(account, session, GATEWAY, "ws", "192.0.2.7", token, replyTo), cause);
  }

  Closing close(String account, String session) {
    Cause cause = next();
    return new Closing(
        new CloseSession(account, session, GATEWAY, "logout", new ReplyTo(GATEWAY, cause.offset())),
        cause);
  }

  Closing closeUnasked(String account, String session, String gateway) {
    @Nullable ReplyTo nobody = null;
    return new Closing(new CloseSession(account, session, gateway, "lost", nobody), next());
  }

  Opening openAuthenticatedAt(long at, String account, String session) {
    Cause cause = next();
    ReplyTo replyTo = new ReplyTo(GATEWAY, cause.offset());
    return new Opening(
        new OpenSession(account, session, GATEWAY, "ws", "192.0.2.7", false, null, at, replyTo),
        cause);
  }

  AccountEnding endAll(String account, long before, @Nullable String kept) {
    return new AccountEnding(new EndSessions(account, before, "disabled", kept), next());
  }

  long lastAt() {
    return at;
  }

  GatewayEnding lost(String gateway) {
    return new GatewayEnding(gateway, SessionEnd.GATEWAY_LOST, next());
  }

  GatewayEnding stopped(String gateway) {
    return new GatewayEnding(gateway, SessionEnd.GATEWAY_STOPPED, next());
  }

  private Opening opening(
      String account, String session, String gateway, boolean takeover, @Nullable String token) {
    Cause cause = next();
    ReplyTo replyTo = new ReplyTo(gateway, cause.offset());
    return new Opening(
        new OpenSession(
            account, session, gateway, "ws", "192.0.2.7", takeover, token, null, replyTo),
        cause);
  }

  private Cause next() {
    offset++;
    at++;
    return new Cause(PARTITION, offset, at);
  }
}
