package dev.parley.cli.screen;

/// What commands ask of the thread that reads keys: it is done before the next line is read.
interface PromptTasks {

  /// Opens `$EDITOR` for a message.
  void editLong();

  /// Asks for passwords, and changes.
  void changePassword();
}
