package dev.parley.gateway.request;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a client asks, whichever protocol it speaks. Names are as typed; handlers check them.
public sealed interface Request {
  /// Asks which commands there are.
  record Help() implements Request {}

  /// Asks for an account.
  ///
  /// @param user the wanted name
  /// @param password the wanted password
  record Register(String user, String password) implements Request {
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
  record Login(String user, String password, boolean takeover) implements Request {
    @Override
    public String toString() {
      return "Login[user=" + user + "]";
    }
  }

  /// Asks for another password.
  ///
  /// @param oldPassword the present one
  /// @param newPassword the wanted one
  record ChangePassword(String oldPassword, String newPassword) implements Request {
    @Override
    public String toString() {
      return "ChangePassword[]";
    }
  }

  /// Ends the session and the connection.
  record Logout() implements Request {}

  /// Asks for a message to be posted.
  ///
  /// @param target whom it is for
  /// @param text what it says
  /// @param broadcast whether it was asked for as a broadcast
  record SendMessage(Target target, String text, boolean broadcast) implements Request {}

  /// Asks for a page of a conversation.
  ///
  /// @param target which conversation
  /// @param limit most messages wanted
  /// @param before seq above the last wanted, or `null` for the latest
  record History(Target target, int limit, @Nullable Long before) implements Request {}

  /// Asks for what waited at the login, once more.
  record Offline() implements Request {}

  /// Asks for a closed group.
  ///
  /// @param name its name
  /// @param users who else is to be a member
  record CreateGroup(String name, List<String> users) implements Request {}

  /// Asks to join an open group, which is made if there is none.
  ///
  /// @param name its name
  record JoinGroup(String name) implements Request {}

  /// Asks to add members.
  ///
  /// @param name name of the group
  /// @param users who is to be a member
  record AddMembers(String name, List<String> users) implements Request {}

  /// Asks to remove a member.
  ///
  /// @param name name of the group
  /// @param user who is to go
  record RemoveMember(String name, String user) implements Request {}

  /// Asks to leave a group.
  ///
  /// @param name its name
  record LeaveGroup(String name) implements Request {}

  /// Asks who belongs to a group.
  ///
  /// @param name its name
  record ListMembers(String name) implements Request {}

  /// Asks for the groups that one may know of.
  record ListGroups() implements Request {}

  /// Asks who else is logged in.
  record WhoElse() implements Request {}

  /// Asks who was logged in within the last hour.
  record WhoLastHour() implements Request {}

  /// Asks whether an account is here.
  ///
  /// @param user its name
  record Ping(String user) implements Request {}

  /// Asks that an account can no longer reach one.
  ///
  /// @param user its name
  record Block(String user) implements Request {}

  /// Takes a block back.
  ///
  /// @param user the name of the account
  record Unblock(String user) implements Request {}

  /// Something that is no request; it is answered in its turn.
  ///
  /// @param failure why
  record Malformed(dev.parley.gateway.door.Reply.Failed failure) implements Request {}
}
