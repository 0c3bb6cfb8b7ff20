package dev.parley.gateway.request;

import dev.parley.gateway.door.Reply;

/// What a client asks, whichever protocol it speaks: of accounts, of messages, of groups, of who is
/// here. Names are as typed; handlers check them.
public sealed interface Request
    permits AccountRequest,
        MessageRequest,
        GroupRequest,
        PresenceRequest,
        Request.Help,
        Request.Malformed,
        Request.Unanswered {
  /// Asks which commands there are.
  record Help() implements Request {}

  /// Something that is no request; it is answered in its turn.
  ///
  /// @param failure why
  record Malformed(Reply.Failed failure) implements Request {}

  /// A request that gets no answer, not even when it is refused. It may overtake others.
  sealed interface Unanswered extends Request
      permits MessageRequest.Received, PresenceRequest.Away, PresenceRequest.Typing {}
}
