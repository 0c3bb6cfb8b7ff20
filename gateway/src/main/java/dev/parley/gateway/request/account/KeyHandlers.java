package dev.parley.gateway.request.account;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.auth.AddKey;
import dev.parley.contracts.auth.ListKeys;
import dev.parley.contracts.auth.RemoveKey;
import dev.parley.contracts.delivery.Done;
import dev.parley.contracts.delivery.KeyList;
import dev.parley.gateway.door.Reply;
import dev.parley.gateway.exchange.Exchange;
import dev.parley.gateway.exchange.RequestFailedException;
import dev.parley.gateway.request.AccountRequest;
import dev.parley.gateway.request.RequestHandler;

/// The verbs about ssh keys: `keys`, `keys add`, `keys remove`; auth-service keeps them.
public final class KeyHandlers {
  /// Longer than any key or fingerprint that is taken; the rest is auth-service's to say.
  private static final int MAX_LENGTH = 6_000;

  private KeyHandlers() {}

  /// {@return does `keys`}
  ///
  /// @param exchange asks auth-service
  public static RequestHandler<AccountRequest.Keys> list(Exchange exchange) {
    return (caller, _) ->
        exchange
            .askAuth(
                caller.loop(), KeyList.class, replyTo -> new ListKeys(caller.account(), replyTo))
            .thenApply(list -> new Reply.Keys(list.keys()));
  }

  /// {@return does `keys add`}
  ///
  /// @param exchange asks auth-service
  public static RequestHandler<AccountRequest.AddKey> add(Exchange exchange) {
    return (caller, request) -> {
      check(request.key());
      check(request.name());
      return exchange
          .askAuth(
              caller.loop(),
              Done.class,
              replyTo ->
                  new AddKey(
                      caller.account(),
                      request.key(),
                      request.name(),
                      caller.connection().origin(),
                      replyTo))
          .thenApply(_ -> new Reply.KeyChanged(true));
    };
  }

  /// {@return does `keys remove`}
  ///
  /// @param exchange asks auth-service
  public static RequestHandler<AccountRequest.RemoveKey> remove(Exchange exchange) {
    return (caller, request) -> {
      check(request.fingerprint());
      return exchange
          .askAuth(
              caller.loop(),
              Done.class,
              replyTo ->
                  new RemoveKey(
                      caller.account(),
                      request.fingerprint(),
                      caller.connection().origin(),
                      replyTo))
          .thenApply(_ -> new Reply.KeyChanged(false));
    };
  }

  private static void check(String text) {
    if (text.length() > MAX_LENGTH) {
      throw new RequestFailedException(
          ErrorCode.BAD_KEY, "this is longer than any key; paste one line of a .pub file");
    }
  }
}
