package dev.parley.gateway.request;

import dev.parley.gateway.door.CloseReason;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a client asks, whichever protocol it speaks. Names are as typed; handlers check them.
public sealed interface Request {
  /// Asks which commands there are.
  record Help() implements Request {}

  /// A request that gets no answer, not even when it is refused. It may overtake others.
  sealed interface Unanswered extends Request {}

  /// Asks for an account.
  ///
  /// @param user the wanted name
  /// @param password the wanted password
  /// @param login whether to log in at once
  record Register(String user, String password, boolean login) implements Request {
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

  /// Proves who is there, and opens no session yet: at a door where that comes first.
  ///
  /// @param user name of the account
  /// @param password its password
  record Prove(String user, String password) implements Request {
    @Override
    public String toString() {
      return "Prove[user=" + user + "]";
    }
  }

  /// Asks whether an ssh key would prove who is there, before its owner signs with it.
  ///
  /// @param user name of the account
  /// @param key `TYPE BASE64`
  record TryKey(String user, String key) implements Request {
    @Override
    public String toString() {
      return "TryKey[user=" + user + "]";
    }
  }

  /// Proves who is there by an ssh key whose signature the door has verified.
  ///
  /// @param user name of the account
  /// @param key `TYPE BASE64`
  record ProveByKey(String user, String key) implements Request {
    @Override
    public String toString() {
      return "ProveByKey[user=" + user + "]";
    }
  }

  /// Asks for a session for who was proven to be there.
  ///
  /// @param takeover whether an older session gives way
  record Enter(boolean takeover) implements Request {}

  /// Asks to give a command or two for who was proven to be there, without a session that others
  /// could see, and without mail.
  record EnterBriefly() implements Request {}

  /// Asks to go on with a session whose connection was lost.
  ///
  /// @param token as a login gave it
  /// @param cursors by conversation id the highest seq that the client has; where it has none, what
  ///   was given to it counts
  record Resume(String token, Map<String, Long> cursors) implements Request {
    @Override
    public String toString() {
      return "Resume[cursors=" + cursors.size() + "]";
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

  /// Asks for the ssh keys of the account.
  record Keys() implements Request {}

  /// Asks for an ssh key to log the account in.
  ///
  /// @param key `TYPE BASE64`
  /// @param name what its owner calls it; may be empty
  record AddKey(String key, String name) implements Request {
    @Override
    public String toString() {
      return "AddKey[]";
    }
  }

  /// Asks for an ssh key to be none of the account's any more.
  ///
  /// @param fingerprint `SHA256:…`
  record RemoveKey(String fingerprint) implements Request {}

  /// Asks for the encryption devices of an account.
  ///
  /// @param user name of the account, or `null` for one's own
  record Devices(@Nullable String user) implements Request {}

  /// Asks that the list of one's encryption devices grows.
  ///
  /// @param link base64url
  /// @param restart whether the list begins anew with it
  record LinkDevice(String link, boolean restart) implements Request {
    @Override
    public String toString() {
      return "LinkDevice[restart=" + restart + "]";
    }
  }

  /// Asks that a new device waits to be linked by one of one's own.
  ///
  /// @param statement base64url
  record RequestDevice(String statement) implements Request {
    @Override
    public String toString() {
      return "RequestDevice[]";
    }
  }

  /// Asks that a direct conversation takes sealed texts only, or clear ones only.
  ///
  /// @param target which conversation
  /// @param encrypted whether sealed ones
  /// @param clientId what the client calls it, or `null`
  record SetEncryption(Target target, boolean encrypted, @Nullable String clientId)
      implements Request {}

  /// Ends the session and the connection.
  ///
  /// @param reason why; an orderly one says that everything written has arrived
  record Logout(CloseReason reason) implements Request {
    /// The client asks for it.
    public Logout() {
      this(CloseReason.LOGOUT);
    }
  }

  /// Asks for a message to be posted.
  ///
  /// @param target whom it is for
  /// @param text what it says
  /// @param broadcast whether it was asked for as a broadcast
  /// @param clientId what the client calls it, so that one that is sent again is stored once; or
  ///   `null` if the client has no name for it
  /// @param answers seq of the message that it answers, or `null`
  /// @param file id of a file that was uploaded for it, or `null`; its text may then be empty
  record SendMessage(
      Target target,
      String text,
      boolean broadcast,
      @Nullable String clientId,
      @Nullable Long answers,
      @Nullable String file)
      implements Request {
    /// A message without a file.
    ///
    /// @param target whom it is for
    /// @param text what it says
    /// @param broadcast whether it was asked for as a broadcast
    /// @param clientId what the client calls it, or `null`
    /// @param answers seq of the message that it answers, or `null`
    public SendMessage(
        Target target,
        String text,
        boolean broadcast,
        @Nullable String clientId,
        @Nullable Long answers) {
      this(target, text, broadcast, clientId, answers, null);
    }

    /// A message that answers none, and that the client has no name for.
    ///
    /// @param target whom it is for
    /// @param text what it says
    /// @param broadcast whether it was asked for as a broadcast
    public SendMessage(Target target, String text, boolean broadcast) {
      this(target, text, broadcast, null, null);
    }
  }

  /// Asks for an address that takes a file once, which is then sent.
  ///
  /// @param target whom it is for
  /// @param name name of the file
  /// @param size its bytes
  record OfferFile(Target target, String name, long size) implements Request {
    @Override
    public String toString() {
      return "OfferFile[size=" + size + "]";
    }
  }

  /// Asks for an address that gets the file of a message once.
  ///
  /// @param target which conversation
  /// @param seq seq of the message
  record FileLink(Target target, long seq) implements Request {}

  /// Asks for a change to a message; the change is an entry of the conversation.
  sealed interface Change extends Request {
    /// {@return which conversation}
    Target target();

    /// {@return seq of the message}
    long seq();

    /// {@return what the client calls the change, or `null` if it has no name for it}
    @Nullable String clientId();
  }

  /// Asks that a message of one's own says something else.
  ///
  /// @param target which conversation
  /// @param seq seq of the message
  /// @param text what it is to say
  /// @param clientId what the client calls the change, or `null`
  record Edit(Target target, long seq, String text, @Nullable String clientId) implements Change {}

  /// Asks to withdraw a message of one's own.
  ///
  /// @param target which conversation
  /// @param seq seq of the message
  /// @param clientId what the client calls the change, or `null`
  record Delete(Target target, long seq, @Nullable String clientId) implements Change {}

  /// Asks for a reaction to a message, or to take one's own back.
  ///
  /// @param target which conversation
  /// @param seq seq of the message
  /// @param reaction an emoji or a `:name:`
  /// @param remove whether it is taken back
  /// @param clientId what the client calls the change, or `null`
  record React(Target target, long seq, String reaction, boolean remove, @Nullable String clientId)
      implements Change {}

  /// Asks to pin a message, or that it is pinned no longer.
  ///
  /// @param target which conversation
  /// @param seq seq of the message
  /// @param remove whether it is pinned no longer
  /// @param clientId what the client calls the change, or `null`
  record Pin(Target target, long seq, boolean remove, @Nullable String clientId)
      implements Change {}

  /// Asks for the conversations that one belongs to.
  record Conversations() implements Request {}

  /// Tells what has arrived.
  ///
  /// @param cursors by conversation id the highest seq that has
  record Received(Map<String, Long> cursors) implements Unanswered {}

  /// Tells up to where a conversation was seen.
  ///
  /// @param target which conversation
  /// @param seq highest seq that was seen
  record Read(Target target, long seq) implements Request {}

  /// Asks for a page of a conversation.
  ///
  /// @param target which conversation
  /// @param limit most messages wanted
  /// @param before seq above the last wanted, or `null`
  /// @param after seq below the first wanted, or `null`
  /// @param around seq in the middle of what is wanted, or `null`; at most one of the three is
  ///   there
  record History(
      Target target, int limit, @Nullable Long before, @Nullable Long after, @Nullable Long around)
      implements Request {
    /// A page of the latest messages, or the latest before a seq.
    ///
    /// @param target which conversation
    /// @param limit most messages wanted
    /// @param before seq above the last wanted, or `null` for the latest
    public History(Target target, int limit, @Nullable Long before) {
      this(target, limit, before, null, null);
    }
  }

  /// Asks for every version of a message.
  ///
  /// @param target which conversation
  /// @param seq seq of the message
  record Edits(Target target, long seq) implements Request {}

  /// Asks when a message came by each place of its way.
  ///
  /// @param target which conversation
  /// @param seq seq of the message
  record Trace(Target target, long seq) implements Request {}

  /// Asks for the pinned messages of a conversation.
  ///
  /// @param target which conversation
  record Pinned(Target target) implements Request {}

  /// Asks for messages by their words.
  ///
  /// @param query words and operators
  /// @param limit most messages wanted
  /// @param before the `next` of the page before, or `null` for the first page
  record Search(String query, int limit, @Nullable String before) implements Request {
    @Override
    public String toString() {
      return "Search[limit=" + limit + "]";
    }
  }

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

  /// Asks that a member may no longer write in a group.
  ///
  /// @param name name of the group
  /// @param user who is to be silent
  /// @param minutes for how long, 1 to a year, or `null` until it is taken back
  record MuteMember(String name, String user, @Nullable Integer minutes) implements Request {}

  /// Asks that somebody may write in a group again.
  ///
  /// @param name name of the group
  /// @param user who is muted
  record UnmuteMember(String name, String user) implements Request {}

  /// Asks to leave a group.
  ///
  /// @param name its name
  record LeaveGroup(String name) implements Request {}

  /// Asks who belongs to a group.
  ///
  /// @param name its name
  record ListMembers(String name) implements Request {}

  /// Asks who may not write in a group.
  ///
  /// @param name its name
  record ListMuted(String name) implements Request {}

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

  /// Tells whether one has turned away from the screen.
  ///
  /// @param away whether
  record Away(boolean away) implements Unanswered {}

  /// Tells that one is writing a message.
  ///
  /// @param target for which conversation
  record Typing(Target target) implements Unanswered {}

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
