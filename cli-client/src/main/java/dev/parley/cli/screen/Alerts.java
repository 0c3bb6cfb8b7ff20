package dev.parley.cli.screen;

import dev.parley.cli.config.Bell;
import dev.parley.cli.conversation.Conversation;
import dev.parley.cli.conversation.Message;
import dev.parley.cli.conversation.Names;
import dev.parley.cli.conversation.Workspace;
import dev.parley.cli.frame.Entry;
import dev.parley.cli.text.Mentions;

/// Draws attention to messages of others: rings the bell as the person wishes, and tells of what is
/// for oneself in a conversation that is not open. On the loop only.
final class Alerts {

  private final Surface surface;
  private final Transcript transcript;
  private final Workspace workspace;
  private final Bell bell;

  /// @param surface has the bell
  /// @param transcript where it is told
  /// @param workspace knows what was there before
  /// @param bell when to ring
  Alerts(Surface surface, Transcript transcript, Workspace workspace, Bell bell) {
    this.surface = surface;
    this.transcript = transcript;
    this.workspace = workspace;
    this.bell = bell;
  }

  /// A message was printed in the open conversation.
  void onOpen(Entry.Message message) {
    ring(message, isCall(message));
  }

  /// Something came elsewhere. A message that is for oneself is told, others are only counted; what
  /// waited before this ran is in the unread counts.
  void onElsewhere(Conversation conversation, Entry entry) {
    if (!(entry instanceof Entry.Message message)
        || message.from().equals(workspace.me())
        || !workspace.isLoaded()
        || !conversation.isFresh(message.seq())
        || message.seq() <= conversation.read()) {
      return;
    }
    boolean direct = Names.isDirect(conversation.id());
    boolean forMe = direct || isCall(message);
    if (forMe) {
      String who = direct ? "" : " " + message.from();
      transcript.say("→ " + conversation.id() + who + ": " + Painter.quote(message.text()));
    }
    ring(message, forMe);
  }

  /// A message of a conversation that is not open, whose text was told as encrypted, can be read.
  void onOpenedElsewhere(Conversation conversation, Message message) {
    boolean untold =
        message.from().equals(workspace.me())
            || !conversation.isFresh(message.seq())
            || message.seq() <= conversation.read();
    if (!untold) {
      transcript.say(
          "→ "
              + conversation.id()
              + ": "
              + Painter.quote(message.text())
              + " (message "
              + message.seq()
              + ", opened now)");
    }
  }

  private boolean isCall(Entry.Message message) {
    return Mentions.call(message.text(), workspace.me(), !workspace.people().isAway());
  }

  private void ring(Entry.Message message, boolean forMe) {
    if (message.from().equals(workspace.me())) {
      return;
    }
    if (bell == Bell.ALL || (bell == Bell.MENTIONS && forMe)) {
      surface.bell();
    }
  }
}
