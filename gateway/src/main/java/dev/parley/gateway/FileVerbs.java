package dev.parley.gateway;

import dev.parley.gateway.file.FileClaims;
import dev.parley.gateway.file.FileLinks;
import dev.parley.gateway.file.Uploads;
import java.util.concurrent.Executor;

/// What verbs need that have to do with files.
///
/// @param uploads takes files in
/// @param links makes addresses of one use
/// @param claims binds files to messages
/// @param workers run what waits
record FileVerbs(Uploads uploads, FileLinks links, FileClaims claims, Executor workers) {}
