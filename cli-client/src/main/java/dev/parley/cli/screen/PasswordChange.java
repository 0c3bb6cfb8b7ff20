package dev.parley.cli.screen;

import dev.parley.cli.frame.Frames;
import java.util.Optional;

/// Changes a password: asks for the old and the new one, neither of which is shown.
final class PasswordChange {

  private PasswordChange() {}

  /// Asks, on the thread that reads keys; what comes of it is told in the chat.
  static void ask(Questions questions, Chat chat) {
    Optional<String> old = questions.secret("old password: ");
    Optional<String> fresh = old.flatMap(_ -> questions.secret("new password: "));
    if (old.isPresent() && fresh.isPresent()) {
      var fields =
          Frames.JSON
              .createObjectNode()
              .put("oldPassword", old.get())
              .put("newPassword", fresh.get());
      chat.execute(() ->
          chat.desk()
              .attempt(
                  chat.server()
                      .ask("changePassword", fields)
                      .thenAccept(_ -> chat.view().transcript().say("the password is changed"))));
    }
  }
}
