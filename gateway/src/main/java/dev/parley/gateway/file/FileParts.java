package dev.parley.gateway.file;

/// The parts that requests for files work with.
///
/// @param store where files lie
/// @param uploads takes files in
/// @param attachments binds files to messages
/// @param access says who may have a file
/// @param tickets reads addresses of one use
/// @param errands posts what was uploaded for a conversation
public record FileParts(
    FileStore store,
    Uploads uploads,
    Attachments attachments,
    Access access,
    Tickets tickets,
    Errands errands) {}
