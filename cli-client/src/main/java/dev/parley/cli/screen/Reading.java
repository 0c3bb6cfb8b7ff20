package dev.parley.cli.screen;

import dev.parley.cli.conversation.Conversation;
import dev.parley.cli.conversation.Server;
import dev.parley.cli.conversation.Workspace;
import dev.parley.cli.frame.Frames;
import java.time.Duration;
import java.time.InstantSource;

/// Judges from keys and time what was read, and whether somebody is there at all.
///
/// What was in view for 1.5 s counts as read if a key was pressed within the last five minutes;
/// after those one is shown as away, and the next key reads what is in view.
final class Reading {

  private static final Duration IN_VIEW = Duration.ofMillis(1_500);
  private static final Duration AWAY = Duration.ofMinutes(5);
  private static final Duration LOOK = Duration.ofSeconds(30);

  private final Workspace workspace;
  private final Server server;
  private final InstantSource clock;
  private long activeAt;
  private boolean away;
  private String here = "";
  private long seen;

  Reading(Workspace workspace, Server server, InstantSource clock) {
    this.workspace = workspace;
    this.server = server;
    this.clock = clock;
    this.activeAt = clock.millis();
    server.later(LOOK, this::look);
  }

  /// Something is in view now.
  void onShown(String conversation, long seq) {
    if (!conversation.equals(here)) {
      here = conversation;
      seen = 0;
    }
    seen = Math.max(seen, seq);
    long upTo = seen;
    server.later(IN_VIEW, () -> read(conversation, upTo));
  }

  /// A key was pressed.
  void onKey() {
    activeAt = clock.millis();
    if (away) {
      tellAway(false);
      read(here, seen);
    }
  }

  private void read(String conversation, long upTo) {
    if (conversation.equals(here) && !away && upTo > 0) {
      Conversation open = workspace.conversation(conversation);
      workspace.markRead(open, upTo);
    }
  }

  private void look() {
    if (!away && clock.millis() - activeAt > AWAY.toMillis()) {
      tellAway(true);
    }
    server.later(LOOK, this::look);
  }

  private void tellAway(boolean now) {
    away = now;
    workspace.people().away(now);
    server.tell(Frames.JSON.createObjectNode().put("type", "away").put("away", now));
  }
}
