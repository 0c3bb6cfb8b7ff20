package dev.parley.cli.screen;

import dev.parley.cli.session.Session;

/// A chat, from the login to the end.
public interface ChatProgram {

  /// {@return what asks before the chat begins}
  Questions questions();

  /// {@return the session to log in with; on the loop only}
  Session session();

  /// {@return unlocks the keys of whoever is logged in}
  Unlocking unlocking();

  /// Chats until the person leaves or the session ends. Somebody must be logged in.
  ///
  /// @param kept whether the session is kept for the next time; else leaving ends it
  /// @return how it ended
  Ending run(boolean kept);
}
