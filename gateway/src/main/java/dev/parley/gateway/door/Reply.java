package dev.parley.gateway.door;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.auth.Role;
import dev.parley.contracts.conversation.Attachment;
import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.conversation.EntryKind;
import dev.parley.contracts.delivery.ConversationEntries;
import dev.parley.contracts.delivery.ConversationSummary;
import dev.parley.contracts.delivery.Edit;
import dev.parley.contracts.delivery.GroupSummary;
import dev.parley.contracts.delivery.MessageState;
import dev.parley.contracts.delivery.MutedMember;
import dev.parley.contracts.delivery.OnlineAccount;
import dev.parley.contracts.delivery.RecentAccount;
import dev.parley.contracts.delivery.SearchResult;
import dev.parley.contracts.delivery.SshKey;
import dev.parley.gateway.hop.Hop;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The answer to a request, one kind for each shape of answer.
public sealed interface Reply {
  /// The request was not done.
  ///
  /// @param code why
  /// @param message one sentence for people
  /// @param detail seconds left for `locked` and `muted`, milliseconds for `rate_limited`, else 0
  record Failed(ErrorCode code, String message, long detail) implements Reply {
    /// A failure without a figure.
    ///
    /// @param code why
    /// @param message one sentence for people
    public Failed(ErrorCode code, String message) {
      this(code, message, 0);
    }
  }

  /// The client may see which commands there are.
  record Helped() implements Reply {}

  /// An account was made.
  ///
  /// @param account its handle
  record Registered(String account) implements Reply {}

  /// It is known now who is there.
  ///
  /// @param account handle of the account
  record Proven(String account) implements Reply {}

  /// The connection has a session now.
  ///
  /// @param account its handle
  /// @param role what it may do
  /// @param token with which the session can go on later, or `null` if the client has it already
  /// @param expiresAt end of the token's life, epoch milliseconds; 0 without a token
  record LoggedIn(String account, Role role, @Nullable String token, long expiresAt)
      implements Reply {
    @Override
    public String toString() {
      return "LoggedIn[account=" + account + "]";
    }
  }

  /// What was asked is done, and there is nothing to say about it.
  record Done() implements Reply {}

  /// The password is another one now.
  record PasswordChanged() implements Reply {}

  /// The ssh keys of the account.
  ///
  /// @param keys oldest first
  record Keys(List<SshKey> keys) implements Reply {}

  /// An ssh key was added or removed.
  ///
  /// @param added whether it was added
  record KeyChanged(boolean added) implements Reply {}

  /// The encryption devices of an account.
  ///
  /// @param account its handle
  /// @param links its list, oldest first; public keys only
  /// @param waiting statements of devices that wait to be linked, if the account is one's own
  record Devices(String account, List<String> links, List<String> waiting) implements Reply {
    @Override
    public String toString() {
      return "Devices[account=" + account + "]";
    }
  }

  /// The connection has no session any more, and is about to close.
  record LoggedOut() implements Reply {}

  /// A message is stored.
  ///
  /// @param conversation conversation id
  /// @param reader handle of the author, who reads this
  /// @param broadcast whether it was asked for as a broadcast
  /// @param seq its position
  /// @param at its time, epoch milliseconds
  /// @param attachment its file, or `null`
  record Posted(
      String conversation,
      String reader,
      boolean broadcast,
      long seq,
      long at,
      @Nullable Attachment attachment)
      implements Reply {
    /// A message without a file.
    ///
    /// @param conversation conversation id
    /// @param reader handle of the author
    /// @param broadcast whether it was asked for as a broadcast
    /// @param seq its position
    /// @param at its time, epoch milliseconds
    public Posted(String conversation, String reader, boolean broadcast, long seq, long at) {
      this(conversation, reader, broadcast, seq, at, null);
    }
  }

  /// An upload is begun.
  ///
  /// @param name name of the file
  /// @param address takes its bytes once
  record UploadOffered(String name, String address) implements Reply {
    /// {@return nothing that would let others use the address}
    @Override
    public String toString() {
      return "UploadOffered[]";
    }
  }

  /// A file can be had.
  ///
  /// @param file the file
  /// @param address gets it once
  record DownloadOffered(Attachment file, String address) implements Reply {
    /// {@return nothing that would let others use the address}
    @Override
    public String toString() {
      return "DownloadOffered[file=" + file + "]";
    }
  }

  /// The group exists, and the client is a member of it.
  ///
  /// @param conversation id of the group
  record GroupEntered(String conversation) implements Reply {}

  /// Who belongs to a group, or may write there, was changed.
  ///
  /// @param change which change was asked for
  /// @param conversation id of the group
  record GroupChanged(GroupChange change, String conversation) implements Reply {}

  /// The changes that somebody may ask for.
  enum GroupChange {
    /// Members were added.
    ADD,
    /// A member was removed.
    REMOVE,
    /// The client left.
    LEAVE,
    /// A member may no longer write.
    MUTE,
    /// A member may write again.
    UNMUTE
  }

  /// The members of a group.
  ///
  /// @param conversation id of the group
  /// @param accounts their handles, sorted
  /// @param muted those who may not write there, by handle
  record Members(String conversation, List<String> accounts, List<MutedMember> muted)
      implements Reply {}

  /// The members of a group that may not write there.
  ///
  /// @param conversation id of the group
  /// @param muted by handle
  record Muted(String conversation, List<MutedMember> muted) implements Reply {}

  /// The groups that the client may know of.
  ///
  /// @param groups by name
  record Groups(List<GroupSummary> groups) implements Reply {}

  /// Who else is logged in.
  ///
  /// @param accounts a row for each session
  record Online(List<OnlineAccount> accounts) implements Reply {}

  /// Who was logged in within the last hour.
  ///
  /// @param accounts a row for each account
  record Recent(List<RecentAccount> accounts) implements Reply {}

  /// Whether an account is here.
  ///
  /// @param account its handle
  /// @param state what the client may know
  /// @param lastSeen when it was last here, epoch milliseconds; `null` if it is here, or that is
  ///   not known
  record Pinged(String account, Reachability state, @Nullable Long lastSeen) implements Reply {
    /// An answer that tells no time.
    ///
    /// @param account its handle
    /// @param state what the client may know
    public Pinged(String account, Reachability state) {
      this(account, state, null);
    }
  }

  /// What a ping tells.
  enum Reachability {
    /// The account has a session.
    ONLINE,
    /// The account has one, and its person is not at the screen.
    AWAY,
    /// The account has none.
    OFFLINE,
    /// The account has blocked who asks.
    BLOCKED
  }

  /// An account was blocked or unblocked.
  ///
  /// @param account its handle
  /// @param blocked whether it is blocked now
  record BlockChanged(String account, boolean blocked) implements Reply {}

  /// The messages that waited at this login, once more.
  ///
  /// @param reader handle of who reads
  /// @param conversations their conversations
  record Missed(String reader, List<ConversationEntries> conversations) implements Reply {}

  /// A page of a conversation's messages.
  ///
  /// @param conversation conversation id
  /// @param reader handle of who reads
  /// @param messages oldest first, with the texts that they have now
  /// @param states of those that were changed, by seq
  /// @param more whether there are older ones, or newer ones if those after a seq were asked for
  record History(
      String conversation,
      String reader,
      List<Entry> messages,
      Map<Long, MessageState> states,
      boolean more)
      implements Reply {}

  /// A change to a message is stored.
  ///
  /// @param change which change was asked for
  /// @param conversation conversation id
  /// @param reader handle of who asked
  /// @param seq position of the change; 0 for what was so already, and made no entry
  /// @param at its time, epoch milliseconds
  record Changed(EntryKind change, String conversation, String reader, long seq, long at)
      implements Reply {}

  /// The pinned messages of a conversation.
  ///
  /// @param conversation conversation id
  /// @param reader handle of who reads
  /// @param messages oldest first, with the texts that they have now
  /// @param states of all of them, by seq
  record Pinned(
      String conversation, String reader, List<Entry> messages, Map<Long, MessageState> states)
      implements Reply {}

  /// Every version of a message.
  ///
  /// @param edits oldest first
  record Edits(List<Edit> edits) implements Reply {}

  /// When a message came by each place of its way to the reader.
  ///
  /// @param conversation conversation id
  /// @param reader handle of who reads
  /// @param seq position of the message
  /// @param times epoch milliseconds of each hop that is known, in their order
  record Traced(String conversation, String reader, long seq, Map<Hop, Long> times)
      implements Reply {}

  /// Messages that were searched for.
  ///
  /// @param reader handle of who reads
  /// @param results newest first
  /// @param next what to ask for the next page with, or `null` if there is none
  record Found(String reader, List<SearchResult> results, @Nullable String next) implements Reply {}

  /// The conversations of the account that asks.
  ///
  /// @param reader handle of who reads
  /// @param conversations direct ones, groups and the lobby
  /// @param blocked handles of those whom the account blocks
  record Conversations(String reader, List<ConversationSummary> conversations, List<String> blocked)
      implements Reply {}
}
