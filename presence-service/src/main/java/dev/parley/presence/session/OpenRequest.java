package dev.parley.presence.session;

import dev.parley.contracts.ReplyTo;
import dev.parley.contracts.presence.OpenSession;
import dev.parley.contracts.presence.ResumeSession;
import dev.parley.presence.effect.Cause;
import org.jspecify.annotations.Nullable;

/// A session that is asked for, whether with a password or with a token.
///
/// @param account handle of the account
/// @param session id that it is to have
/// @param gateway where its connection is
/// @param door how it came
/// @param address from where
/// @param token id of the token with which it may go on later, or `null`
/// @param replyTo who waits for the answer
record OpenRequest(
    String account,
    String session,
    String gateway,
    String door,
    String address,
    @Nullable String token,
    ReplyTo replyTo) {

  static OpenRequest of(OpenSession asked) {
    return new OpenRequest(
        asked.account(),
        asked.session(),
        asked.gateway(),
        asked.door(),
        asked.address(),
        asked.token(),
        asked.replyTo());
  }

  static OpenRequest of(ResumeSession asked) {
    return new OpenRequest(
        asked.account(),
        asked.session(),
        asked.gateway(),
        asked.door(),
        asked.address(),
        asked.token(),
        asked.replyTo());
  }

  Session sessionAt(Cause cause) {
    return new Session(session, account, gateway, door, address, token, cause.at(), null);
  }
}
