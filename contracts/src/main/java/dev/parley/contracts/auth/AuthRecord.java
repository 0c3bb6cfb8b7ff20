package dev.parley.contracts.auth;

import dev.parley.contracts.ReplyTo;

/// A request on `parley.auth`; the key is the account, so the requests of one account keep order.
public sealed interface AuthRecord
    permits Register,
        Login,
        ChangePassword,
        CheckToken,
        AddKey,
        RemoveKey,
        ListKeys,
        CheckKey,
        LoginWithKey,
        LinkDevice,
        RequestDevice,
        FetchDevices,
        AdminRequest {
  /// {@return handle of the account concerned, lower case}
  String account();

  /// {@return where the answer goes}
  ReplyTo replyTo();
}
