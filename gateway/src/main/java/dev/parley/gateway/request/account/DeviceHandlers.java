package dev.parley.gateway.request.account;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.Handles;
import dev.parley.contracts.auth.FetchDevices;
import dev.parley.contracts.auth.LinkDevice;
import dev.parley.contracts.auth.RequestDevice;
import dev.parley.contracts.delivery.DeviceList;
import dev.parley.contracts.delivery.Done;
import dev.parley.gateway.door.Reply;
import dev.parley.gateway.exchange.Exchange;
import dev.parley.gateway.exchange.RequestFailedException;
import dev.parley.gateway.request.AccountRequest;
import dev.parley.gateway.request.RequestHandler;

/// The verbs about encryption devices; auth-service keeps the lists, clients judge them.
public final class DeviceHandlers {
  /// Longer than any link or statement; the rest is auth-service's to say.
  private static final int MAX_LENGTH = 2_000;

  private DeviceHandlers() {}

  /// {@return does `devices`}
  ///
  /// @param exchange asks auth-service
  public static RequestHandler<AccountRequest.Devices> list(Exchange exchange) {
    return (caller, request) -> {
      String named = request.user();
      String account = named == null ? caller.account() : handle(named);
      return exchange
          .askAuth(
              caller.loop(),
              DeviceList.class,
              replyTo -> new FetchDevices(account, caller.account(), replyTo))
          .thenApply(list -> new Reply.Devices(account, list.links(), list.waiting()));
    };
  }

  /// {@return does `linkDevice`}
  ///
  /// @param exchange asks auth-service
  public static RequestHandler<AccountRequest.LinkDevice> link(Exchange exchange) {
    return (caller, request) -> {
      check(request.link());
      return exchange
          .askAuth(
              caller.loop(),
              Done.class,
              replyTo ->
                  new LinkDevice(
                      caller.account(),
                      request.link(),
                      request.restart(),
                      caller.connection().origin(),
                      replyTo))
          .thenApply(_ -> new Reply.Done());
    };
  }

  /// {@return does `requestDevice`}
  ///
  /// @param exchange asks auth-service
  public static RequestHandler<AccountRequest.RequestDevice> await(Exchange exchange) {
    return (caller, request) -> {
      check(request.statement());
      return exchange
          .askAuth(
              caller.loop(),
              Done.class,
              replyTo ->
                  new RequestDevice(
                      caller.account(), request.statement(), caller.connection().origin(), replyTo))
          .thenApply(_ -> new Reply.Done());
    };
  }

  private static String handle(String typed) {
    String handle = Handles.canonical(typed);
    if (!Handles.isHandle(handle)) {
      throw new RequestFailedException(ErrorCode.NO_SUCH_USER, "nobody has this user name");
    }
    return handle;
  }

  private static void check(String text) {
    if (text.length() > MAX_LENGTH) {
      throw new RequestFailedException(
          ErrorCode.BAD_DEVICE, "this is longer than any link of a list of devices");
    }
  }
}
