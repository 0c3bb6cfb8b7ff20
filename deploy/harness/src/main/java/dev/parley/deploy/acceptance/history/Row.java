package dev.parley.deploy.acceptance.history;

/// A message that the server holds when all has come to rest.
///
/// @param conversation id that all members share
/// @param seq position in the conversation
/// @param message what stands there
public record Row(String conversation, long seq, Content.Message message) {}
