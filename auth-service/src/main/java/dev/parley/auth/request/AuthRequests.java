package dev.parley.auth.request;

import dev.parley.auth.Arrival;
import dev.parley.auth.Outcome;
import dev.parley.auth.Refusal;
import dev.parley.auth.account.ChangePasswordHandler;
import dev.parley.auth.account.CheckTokenHandler;
import dev.parley.auth.account.LoginHandler;
import dev.parley.auth.account.RegisterHandler;
import dev.parley.auth.admin.AdminHandler;
import dev.parley.auth.device.DeviceHandler;
import dev.parley.auth.sshkey.SshKeyHandler;
import dev.parley.contracts.Handles;
import dev.parley.contracts.auth.AddKey;
import dev.parley.contracts.auth.AdminRequest;
import dev.parley.contracts.auth.AuthRecord;
import dev.parley.contracts.auth.ChangePassword;
import dev.parley.contracts.auth.CheckKey;
import dev.parley.contracts.auth.CheckToken;
import dev.parley.contracts.auth.FetchDevices;
import dev.parley.contracts.auth.LinkDevice;
import dev.parley.contracts.auth.ListKeys;
import dev.parley.contracts.auth.Login;
import dev.parley.contracts.auth.LoginWithKey;
import dev.parley.contracts.auth.Register;
import dev.parley.contracts.auth.RemoveKey;
import dev.parley.contracts.auth.RequestDevice;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/// Leads each kind of request to its handler. Safe for use by many threads.
@Singleton
public final class AuthRequests {
  private final RegisterHandler register;
  private final LoginHandler login;
  private final ChangePasswordHandler changePassword;
  private final CheckTokenHandler checkToken;
  private final SshKeyHandler sshKeys;
  private final DeviceHandler devices;
  private final AdminHandler admin;

  /// Uses the handlers.
  ///
  /// @param register makes accounts
  /// @param login checks passwords
  /// @param changePassword replaces passwords
  /// @param checkToken checks tokens
  /// @param sshKeys keeps and checks ssh keys
  /// @param devices keeps the lists of encryption devices
  /// @param admin does what administrators ask
  @Inject
  public AuthRequests(
      RegisterHandler register,
      LoginHandler login,
      ChangePasswordHandler changePassword,
      CheckTokenHandler checkToken,
      SshKeyHandler sshKeys,
      DeviceHandler devices,
      AdminHandler admin) {
    this.register = register;
    this.login = login;
    this.changePassword = changePassword;
    this.checkToken = checkToken;
    this.sshKeys = sshKeys;
    this.devices = devices;
    this.admin = admin;
  }

  Outcome handle(AuthRecord request, Arrival arrival) {
    if (!(request instanceof Register) && !Handles.isHandle(request.account())) {
      // Nobody can have such a handle, and it is not worth a row that remembers it.
      return Outcome.refused(request.replyTo(), Refusal.BAD_CREDENTIALS);
    }
    return switch (request) {
      case Register r -> register.handle(r, arrival);
      case Login r -> login.handle(r, arrival);
      case ChangePassword r -> changePassword.handle(r, arrival);
      case CheckToken r -> checkToken.handle(r);
      case AddKey r -> sshKeys.add(r, arrival);
      case RemoveKey r -> sshKeys.remove(r);
      case ListKeys r -> sshKeys.list(r);
      case CheckKey r -> sshKeys.check(r);
      case LoginWithKey r -> sshKeys.logIn(r, arrival);
      case LinkDevice r -> devices.link(r);
      case RequestDevice r -> devices.await(r);
      case FetchDevices r -> devices.fetch(r);
      case AdminRequest r -> admin.handle(r, arrival);
    };
  }
}
