package dev.parley.deploy.acceptance.history;

/// Something that reached a reader; kept raw, also when it is a repeat.
///
/// @param reader handle of the reader
/// @param session which connection of the reader's, counted from 1
/// @param conversation id that all members share
/// @param seq position in the conversation
/// @param content what stands there
public record Arrival(String reader, int session, String conversation, long seq, Content content) {}
