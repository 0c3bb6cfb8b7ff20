package dev.parley.gateway.request;

/// What a client asks, or tells, about who is here.
public sealed interface PresenceRequest extends Request {
  /// Asks who else is logged in.
  record WhoElse() implements PresenceRequest {}

  /// Asks who was logged in within the last hour.
  record WhoLastHour() implements PresenceRequest {}

  /// Asks whether an account is here.
  ///
  /// @param user its name
  record Ping(String user) implements PresenceRequest {}

  /// Tells whether one has turned away from the screen.
  ///
  /// @param away whether
  record Away(boolean away) implements PresenceRequest, Unanswered {}

  /// Tells that one is writing a message.
  ///
  /// @param target for which conversation
  record Typing(Target target) implements PresenceRequest, Unanswered {}
}
