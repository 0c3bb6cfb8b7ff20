package dev.parley.contracts.audit;

import org.jspecify.annotations.Nullable;

/// One thing that somebody did. Never holds text, passwords, tokens or keys.
///
/// @param offset offset of the causing record
/// @param item which of the effects of that record this is, from 0
/// @param at timestamp of the causing record, epoch milliseconds
/// @param action what was done
/// @param account who did it
/// @param conversation the conversation concerned, if any
/// @param subject the other account concerned, or what the action says, if anything
/// @param seq position of the message posted, edited or withdrawn, if any
/// @param size length of the message's text in UTF-8 bytes, if any
/// @param door the door, where it is known
/// @param address network address of the client, where it is known
public record AuditEvent(
    long offset,
    int item,
    long at,
    AuditAction action,
    String account,
    @Nullable String conversation,
    @Nullable String subject,
    @Nullable Long seq,
    @Nullable Integer size,
    @Nullable String door,
    @Nullable String address) {}
