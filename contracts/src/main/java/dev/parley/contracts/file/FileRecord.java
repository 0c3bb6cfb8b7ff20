package dev.parley.contracts.file;

/// A record on `parley.files`; the key is the file's id.
public sealed interface FileRecord permits FileWithdrawn {}
