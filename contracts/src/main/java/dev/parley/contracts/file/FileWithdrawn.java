package dev.parley.contracts.file;

/// The message of a file was withdrawn: the bytes are to go. Told again after a crash; whoever
/// finds nothing to remove is done.
///
/// @param file id of the file
/// @param conversation conversation id of the message
public record FileWithdrawn(String file, String conversation) implements FileRecord {}
