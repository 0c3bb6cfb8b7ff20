package dev.parley.gateway.request;

import dev.parley.gateway.door.CloseReason;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a client asks about accounts: who is there, and what belongs to whom is there. Passwords,
/// keys and tokens are in no `toString`.
public sealed interface AccountRequest extends Request {
  /// Asks for an account.
  ///
  /// @param user the wanted name
  /// @param password the wanted password
  /// @param login whether to log in at once
  record Register(String user, String password, boolean login) implements AccountRequest {
    @Override
    public String toString() {
      return "Register[user=" + user + "]";
    }
  }

  /// Asks for a session.
  ///
  /// @param user name of the account
  /// @param password its password
  /// @param takeover whether an older session gives way
  record Login(String user, String password, boolean takeover) implements AccountRequest {
    @Override
    public String toString() {
      return "Login[user=" + user + "]";
    }
  }

  /// Proves who is there, and opens no session yet: at a door where that comes first.
  ///
  /// @param user name of the account
  /// @param password its password
  record Prove(String user, String password) implements AccountRequest {
    @Override
    public String toString() {
      return "Prove[user=" + user + "]";
    }
  }

  /// Asks whether an ssh key would prove who is there, before its owner signs with it.
  ///
  /// @param user name of the account
  /// @param key `TYPE BASE64`
  record TryKey(String user, String key) implements AccountRequest {
    @Override
    public String toString() {
      return "TryKey[user=" + user + "]";
    }
  }

  /// Proves who is there by an ssh key whose signature the door has verified.
  ///
  /// @param user name of the account
  /// @param key `TYPE BASE64`
  record ProveByKey(String user, String key) implements AccountRequest {
    @Override
    public String toString() {
      return "ProveByKey[user=" + user + "]";
    }
  }

  /// Asks for a session for who was proven to be there.
  ///
  /// @param takeover whether an older session gives way
  record Enter(boolean takeover) implements AccountRequest {}

  /// Asks to give a command or two for who was proven to be there, without a session that others
  /// could see, and without mail.
  record EnterBriefly() implements AccountRequest {}

  /// Asks to go on with a session whose connection was lost.
  ///
  /// @param token as a login gave it
  /// @param cursors by conversation id the highest seq that the client has; where it has none, what
  ///   was given to it counts
  record Resume(String token, Map<String, Long> cursors) implements AccountRequest {
    @Override
    public String toString() {
      return "Resume[cursors=" + cursors.size() + "]";
    }
  }

  /// Asks for another password.
  ///
  /// @param oldPassword the present one
  /// @param newPassword the wanted one
  record ChangePassword(String oldPassword, String newPassword) implements AccountRequest {
    @Override
    public String toString() {
      return "ChangePassword[]";
    }
  }

  /// Asks for the ssh keys of the account.
  record Keys() implements AccountRequest {}

  /// Asks for an ssh key to log the account in.
  ///
  /// @param key `TYPE BASE64`
  /// @param name what its owner calls it; may be empty
  record AddKey(String key, String name) implements AccountRequest {
    @Override
    public String toString() {
      return "AddKey[]";
    }
  }

  /// Asks for an ssh key to be none of the account's any more.
  ///
  /// @param fingerprint `SHA256:…`
  record RemoveKey(String fingerprint) implements AccountRequest {}

  /// Asks for the encryption devices of an account.
  ///
  /// @param user name of the account, or `null` for one's own
  record Devices(@Nullable String user) implements AccountRequest {}

  /// Asks that the list of one's encryption devices grows.
  ///
  /// @param link base64url
  /// @param restart whether the list begins anew with it
  record LinkDevice(String link, boolean restart) implements AccountRequest {
    @Override
    public String toString() {
      return "LinkDevice[restart=" + restart + "]";
    }
  }

  /// Asks that a new device waits to be linked by one of one's own.
  ///
  /// @param statement base64url
  record RequestDevice(String statement) implements AccountRequest {
    @Override
    public String toString() {
      return "RequestDevice[]";
    }
  }

  /// Ends the session and the connection.
  ///
  /// @param reason why; an orderly one says that everything written has arrived
  record Logout(CloseReason reason) implements AccountRequest {
    /// The client asks for it.
    public Logout() {
      this(CloseReason.LOGOUT);
    }
  }
}
