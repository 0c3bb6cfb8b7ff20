/// What one account sees: conversations with their logs, people, what it has to send.
///
/// Everything here lives on the loop thread of the connection. Frames come in, and what changed
/// goes out through [dev.parley.cli.conversation.WorkspaceListener].
@NullMarked
package dev.parley.cli.conversation;

import org.jspecify.annotations.NullMarked;
