package dev.parley.contracts.conversation;

/// Asks for one entry to be appended to an inbox; written by routing-service itself.
///
/// @param conversation id of the inbox
/// @param kind one of the inbox kinds
/// @param author who did it
/// @param subject the conversation or account concerned
/// @param clientMessageId derived from the cause, so that a repeated record is stored once
public record Inform(
    String conversation, EntryKind kind, String author, String subject, String clientMessageId)
    implements ConversationRecord {}
