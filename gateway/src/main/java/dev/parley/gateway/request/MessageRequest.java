package dev.parley.gateway.request;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a client asks about conversations and the messages in them.
public sealed interface MessageRequest extends Request {
  /// Asks that a direct conversation takes sealed texts only, or clear ones only.
  ///
  /// @param target which conversation
  /// @param encrypted whether sealed ones
  /// @param clientId what the client calls it, or `null`
  record SetEncryption(Target target, boolean encrypted, @Nullable String clientId)
      implements MessageRequest {}

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
      implements MessageRequest {
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
  record OfferFile(Target target, String name, long size) implements MessageRequest {
    @Override
    public String toString() {
      return "OfferFile[size=" + size + "]";
    }
  }

  /// Asks for an address that gets the file of a message once.
  ///
  /// @param target which conversation
  /// @param seq seq of the message
  record FileLink(Target target, long seq) implements MessageRequest {}

  /// Asks for a change to a message; the change is an entry of the conversation.
  sealed interface Change extends MessageRequest {
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
  record Conversations() implements MessageRequest {}

  /// Tells what has arrived.
  ///
  /// @param cursors by conversation id the highest seq that has
  record Received(Map<String, Long> cursors) implements MessageRequest, Unanswered {}

  /// Tells up to where a conversation was seen.
  ///
  /// @param target which conversation
  /// @param seq highest seq that was seen
  record Read(Target target, long seq) implements MessageRequest {}

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
      implements MessageRequest {
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
  record Edits(Target target, long seq) implements MessageRequest {}

  /// Asks when a message came by each place of its way.
  ///
  /// @param target which conversation
  /// @param seq seq of the message
  record Trace(Target target, long seq) implements MessageRequest {}

  /// Asks for the pinned messages of a conversation.
  ///
  /// @param target which conversation
  record Pinned(Target target) implements MessageRequest {}

  /// Asks for messages by their words.
  ///
  /// @param query words and operators
  /// @param limit most messages wanted
  /// @param before the `next` of the page before, or `null` for the first page
  record Search(String query, int limit, @Nullable String before) implements MessageRequest {
    @Override
    public String toString() {
      return "Search[limit=" + limit + "]";
    }
  }

  /// Asks for what waited at the login, once more.
  record Offline() implements MessageRequest {}

  /// Asks that an account can no longer reach one.
  ///
  /// @param user its name
  record Block(String user) implements MessageRequest {}

  /// Takes a block back.
  ///
  /// @param user the name of the account
  record Unblock(String user) implements MessageRequest {}
}
