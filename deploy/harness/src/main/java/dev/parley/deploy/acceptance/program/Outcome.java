package dev.parley.deploy.acceptance.program;

/// How a program ended.
///
/// @param status its exit status
/// @param out what it wrote
/// @param errors what it wrote to its error stream
public record Outcome(int status, String out, String errors) {}
