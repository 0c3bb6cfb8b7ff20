package dev.parley.auth.account;

import dev.parley.auth.Arrival;
import dev.parley.auth.Refusal;
import dev.parley.contracts.Handles;
import dev.parley.contracts.auth.AuthRecord;
import dev.parley.contracts.auth.ChangePassword;
import dev.parley.contracts.auth.CheckToken;
import dev.parley.contracts.auth.Login;
import dev.parley.contracts.auth.Register;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/// Leads each kind of request to its handler. Safe for use by many threads.
@Singleton
final class AuthRequests {
  private final RegisterHandler register;
  private final LoginHandler login;
  private final ChangePasswordHandler changePassword;
  private final CheckTokenHandler checkToken;

  @Inject
  AuthRequests(
      RegisterHandler register,
      LoginHandler login,
      ChangePasswordHandler changePassword,
      CheckTokenHandler checkToken) {
    this.register = register;
    this.login = login;
    this.changePassword = changePassword;
    this.checkToken = checkToken;
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
    };
  }
}
