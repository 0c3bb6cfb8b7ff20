package dev.parley.cli.screen;

import java.util.function.Consumer;

/// What commands ask of the thread that reads keys: it is done before the next line is read.
interface PromptTasks {

  /// Opens `$EDITOR` for a message.
  void editLong();

  /// Asks for passwords, and changes.
  void changePassword();

  /// Asks for the passphrase of the keys.
  ///
  /// @param fresh whether it is a new one, which has to be said twice
  /// @param then gets it, on the loop; not called where the person leaves
  void passphrase(boolean fresh, Consumer<String> then);
}
