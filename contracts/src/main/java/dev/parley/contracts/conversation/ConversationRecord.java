package dev.parley.contracts.conversation;

/// A record on `parley.conversations`.
///
/// The key of a record that concerns one conversation is its id. `Subscribe`, `Unsubscribe` and
/// `MoveCursors` carry several conversations of one partition and are written to that partition.
public sealed interface ConversationRecord
    permits Post,
        MessageChange,
        SetEncryption,
        Inform,
        Enroll,
        CreateGroup,
        JoinGroup,
        AddMembers,
        RemoveMember,
        MuteMember,
        UnmuteMember,
        LeaveGroup,
        Block,
        Unblock,
        Subscribe,
        Unsubscribe,
        MoveCursors {}
