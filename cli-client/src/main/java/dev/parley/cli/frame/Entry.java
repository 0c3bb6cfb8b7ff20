package dev.parley.cli.frame;

import org.jspecify.annotations.Nullable;

/// One entry of the log of a conversation: everything that has a number.
public sealed interface Entry extends Event {

  /// {@return the conversation, as the server spells it: `#name` or `@one+other`}
  String conversation();

  /// {@return the number in its conversation, from 1}
  long seq();

  /// {@return when it was appended, ISO 8601 in UTC}
  String at();

  /// {@return who caused it}
  String from();

  /// {@return the same entry under another spelling of its conversation}
  ///
  /// @param conversation the spelling
  Entry in(String conversation);

  /// Something was written.
  ///
  /// @param conversation where
  /// @param seq its number
  /// @param at when
  /// @param from who
  /// @param text up to 4,000 characters, not neutralised
  /// @param replyTo number of the message it answers
  /// @param clientId what the sender called it; for the sender only
  /// @param file its file, or `null`
  /// @param sealed `open`, the reason why it was not opened, or `null` where it was not sealed
  record Message(
      String conversation,
      long seq,
      String at,
      String from,
      String text,
      @Nullable Long replyTo,
      @Nullable String clientId,
      @Nullable FileRef file,
      @Nullable String sealed)
      implements Entry {
    /// A message in clear, without a file.
    ///
    /// @param conversation where
    /// @param seq its number
    /// @param at when
    /// @param from who
    /// @param text up to 4,000 characters, not neutralised
    /// @param replyTo number of the message it answers
    /// @param clientId what the sender called it
    public Message(
        String conversation,
        long seq,
        String at,
        String from,
        String text,
        @Nullable Long replyTo,
        @Nullable String clientId) {
      this(conversation, seq, at, from, text, replyTo, clientId, null, null);
    }

    @Override
    public Message in(String spelling) {
      return new Message(spelling, seq, at, from, text, replyTo, clientId, file, sealed);
    }
  }

  /// A message says something else now.
  ///
  /// @param conversation where
  /// @param seq number of the change
  /// @param at when
  /// @param from who
  /// @param target number of the message
  /// @param text what it says now
  /// @param sealed `open`, the reason why it was not opened, or `null` where it was not sealed
  record Edit(
      String conversation,
      long seq,
      String at,
      String from,
      long target,
      String text,
      @Nullable String sealed)
      implements Entry {
    /// A change in clear.
    ///
    /// @param conversation where
    /// @param seq number of the change
    /// @param at when
    /// @param from who
    /// @param target number of the message
    /// @param text what it says now
    public Edit(String conversation, long seq, String at, String from, long target, String text) {
      this(conversation, seq, at, from, target, text, null);
    }

    @Override
    public Edit in(String spelling) {
      return new Edit(spelling, seq, at, from, target, text, sealed);
    }
  }

  /// A message was withdrawn.
  ///
  /// @param conversation where
  /// @param seq number of the change
  /// @param at when
  /// @param from who
  /// @param target number of the message
  record Delete(String conversation, long seq, String at, String from, long target)
      implements Entry {
    @Override
    public Delete in(String spelling) {
      return new Delete(spelling, seq, at, from, target);
    }
  }

  /// A reaction came or went.
  ///
  /// @param conversation where
  /// @param seq number of the change
  /// @param at when
  /// @param from who
  /// @param target number of the message
  /// @param reaction an emoji or a `:name:`
  /// @param removed whether it went
  record React(
      String conversation,
      long seq,
      String at,
      String from,
      long target,
      String reaction,
      boolean removed)
      implements Entry {
    @Override
    public React in(String spelling) {
      return new React(spelling, seq, at, from, target, reaction, removed);
    }
  }

  /// A message was pinned or unpinned.
  ///
  /// @param conversation where
  /// @param seq number of the change
  /// @param at when
  /// @param from who
  /// @param target number of the message
  /// @param removed whether it was unpinned
  record Pin(String conversation, long seq, String at, String from, long target, boolean removed)
      implements Entry {
    @Override
    public Pin in(String spelling) {
      return new Pin(spelling, seq, at, from, target, removed);
    }
  }

  /// Encryption of a direct conversation was switched.
  ///
  /// @param conversation where
  /// @param seq its number
  /// @param at when
  /// @param from who
  /// @param encrypted whether it was switched on
  record Encryption(String conversation, long seq, String at, String from, boolean encrypted)
      implements Entry {
    @Override
    public Encryption in(String spelling) {
      return new Encryption(spelling, seq, at, from, encrypted);
    }
  }

  /// The membership of a group changed.
  ///
  /// @param conversation the group
  /// @param seq number of the change
  /// @param at when
  /// @param from who caused it
  /// @param user whose membership
  /// @param change `added`, `joined`, `removed` or `left`
  record Member(String conversation, long seq, String at, String from, String user, String change)
      implements Entry {
    @Override
    public Member in(String spelling) {
      return new Member(spelling, seq, at, from, user, change);
    }
  }

  /// A member may no longer write in a group, or may again.
  ///
  /// @param conversation the group
  /// @param seq number of the change
  /// @param at when
  /// @param from who caused it
  /// @param user who may not write, or may again
  /// @param removed whether it may again
  /// @param until when a mute ends by itself, ISO 8601 in UTC; empty if it does not
  record Mute(
      String conversation,
      long seq,
      String at,
      String from,
      String user,
      boolean removed,
      String until)
      implements Entry {
    @Override
    public Mute in(String spelling) {
      return new Mute(spelling, seq, at, from, user, removed, until);
    }
  }
}
