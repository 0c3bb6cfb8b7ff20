package dev.parley.cli.screen;

import java.util.concurrent.TimeUnit;

/// Judges whether Ctrl+C and Ctrl+D mean that the person leaves: Ctrl+C twice on an empty line is
/// asked about, and so is Ctrl+D while messages are not stored. On the thread that reads keys.
final class Leaving {

  private static final long TWICE = 3_000;

  private final Questions questions;
  private final Chat chat;
  private long interruptedAt;

  Leaving(Questions questions, Chat chat) {
    this.questions = questions;
    this.chat = chat;
  }

  /// Ctrl+C, or the end of the chat, interrupted the reading of a line.
  ///
  /// @param typed what was typed so far
  /// @return whether no other line is read
  boolean onInterrupt(String typed) {
    if (chat.ending().isDone()) {
      return true;
    }
    long now = System.currentTimeMillis();
    boolean twice = typed.isEmpty() && now - interruptedAt < TWICE;
    interruptedAt = typed.isEmpty() ? now : 0;
    if (twice) {
      interruptedAt = 0;
      return confirm();
    }
    if (typed.isEmpty()) {
      chat.execute(() -> chat.view().transcript().say("Ctrl+C once more, or Ctrl+D, to leave"));
    }
    return false;
  }

  /// Ctrl+D, or the end of the input.
  ///
  /// @return whether no other line is read
  boolean onEnd() {
    int unsent = chat.onLoop(chat::unsent).completeOnTimeout(0, 1, TimeUnit.SECONDS).join();
    return unsent == 0
        || questions.confirm(unsent + " messages are not sent and will be lost; leave?");
  }

  /// Whoever presses it once more instead of an answer means it.
  private boolean confirm() {
    return questions.ask("leave? (y/n) ").orElse("y").strip().startsWith("y");
  }
}
