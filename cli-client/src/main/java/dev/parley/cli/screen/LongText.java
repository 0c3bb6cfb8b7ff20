package dev.parley.cli.screen;

import java.io.IOException;
import org.jline.terminal.Terminal;

/// Messages of many lines: asks whether a paste was meant, and hands the terminal to the person's
/// editor. On the thread that reads keys.
final class LongText {

  private final Terminal terminal;
  private final TerminalSurface surface;
  private final Questions questions;
  private final Editor editor;
  private final Chat chat;

  LongText(
      Terminal terminal, TerminalSurface surface, Questions questions, Editor editor, Chat chat) {
    this.terminal = terminal;
    this.surface = surface;
    this.questions = questions;
    this.editor = editor;
    this.chat = chat;
  }

  /// {@return whether many lines are to be sent as they are} Opens the editor where the person
  /// would rather change them; else they can be typed on.
  boolean isMeant(String text) {
    String answer =
        questions
            .ask("send these " + lines(text) + " lines as one message? (y/n, e to edit) ")
            .orElse("n")
            .strip();
    switch (answer) {
      case "y" -> {
        return true;
      }
      case "e" -> edit(text);
      default -> surface.next(text);
    }
    return false;
  }

  /// Opens the editor, and sends what comes of it if the person agrees; else it can be typed on.
  ///
  /// @param text to begin with
  void edit(String text) {
    surface.pause();
    try {
      if (terminal.canPauseResume()) {
        terminal.pause(true);
      }
      String edited = editor.edit(text);
      terminal.resume();
      surface.resume();
      if (!edited.isBlank()) {
        offer(edited);
      }
    } catch (IOException e) {
      surface.resume();
      questions.tell("error: the editor cannot be started: " + e.getMessage());
      questions.tell("cure:  set EDITOR to one that is installed");
    } catch (InterruptedException _) {
      surface.resume();
      Thread.currentThread().interrupt();
    }
    terminal.resume();
    chat.execute(() -> chat.view().onChanged());
  }

  private void offer(String text) {
    String first = text.lines().findFirst().orElse("");
    if (questions.confirm("send " + lines(text) + " lines beginning '" + first + "'?")) {
      chat.execute(() -> chat.desk().send(chat.view().here(), text, 0));
    } else {
      surface.next(text);
    }
  }

  private static long lines(String text) {
    return text.lines().count();
  }
}
