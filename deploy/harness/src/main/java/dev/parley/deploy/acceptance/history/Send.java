package dev.parley.deploy.acceptance.history;

/// One attempt to post a message; it was never repeated.
///
/// @param conversation id that all members share, such as `#name` or `@alice+bob`
/// @param author handle of the author
/// @param text the text, unique in the run
/// @param invokedAt monotonic nanoseconds just before it was sent
/// @param endedAt monotonic nanoseconds just after its outcome was known
/// @param outcome how it ended
public record Send(
    String conversation,
    String author,
    String text,
    long invokedAt,
    long endedAt,
    Outcome outcome) {}
