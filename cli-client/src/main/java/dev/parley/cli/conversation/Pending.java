package dev.parley.cli.conversation;

import org.jspecify.annotations.Nullable;

/// A message that is not stored yet. The client id makes a repeated try harmless.
///
/// @param clientId nobody else's
/// @param to `@bob` or `#name`
/// @param text what it says
/// @param replyTo number of the message it answers
/// @param failed code of the refusal, or `null` while it is on its way
public record Pending(
    String clientId, String to, String text, @Nullable Long replyTo, @Nullable String failed) {

  Pending failed(@Nullable String code) {
    return new Pending(clientId, to, text, replyTo, code);
  }
}
