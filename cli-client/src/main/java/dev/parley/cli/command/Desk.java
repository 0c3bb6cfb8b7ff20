package dev.parley.cli.command;

import dev.parley.cli.conversation.Message;
import dev.parley.cli.conversation.Server;
import dev.parley.cli.conversation.Workspace;
import dev.parley.cli.file.FileServer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// What commands work with: the account, the server, and the screen. On the loop only.
public interface Desk {

  /// {@return what the account sees}
  Workspace workspace();

  /// {@return the server}
  Server server();

  /// {@return files of the server, for this account}
  FileServer files();

  /// Shows a conversation from now on.
  ///
  /// @param conversation `@bob` or `#name`
  void open(String conversation);

  /// Shows a line of the client's own.
  ///
  /// @param text neutralised by the screen
  void say(String text);

  /// Shows a listing.
  ///
  /// @param title what it is
  /// @param rows its rows
  void list(String title, List<String> rows);

  /// Shows messages of a conversation apart from its flow.
  ///
  /// @param title what they are
  /// @param rows messages with where they are
  void show(String title, List<Found> rows);

  /// Says what a request was refused with, if it is refused.
  ///
  /// @param request under way
  void attempt(CompletableFuture<?> request);

  /// Shows older messages of the open conversation.
  ///
  /// @param count how many; 0 for a page
  void older(int count);

  /// Sends a message.
  ///
  /// @param to `@bob` or `#name`
  /// @param text what it says
  /// @param replyTo number of the message it answers; 0 for none
  void send(String to, String text, long replyTo);

  /// Shows or hides the list of conversations.
  ///
  /// @param shown whether it is shown
  void sidebar(boolean shown);

  /// {@return whether the list of conversations is shown}
  boolean hasSidebar();

  /// Opens an editor for a long message.
  void editLong();

  /// Asks for the old and the new password without echo, and changes it.
  void changePassword();

  /// Asks for the passphrase of the keys without echo, unless the environment has it.
  ///
  /// @param fresh whether it is a new one, which has to be said twice
  /// @param then gets it, on the loop
  void passphrase(boolean fresh, Consumer<String> then);

  /// Ends the session and the program.
  void logOut();

  /// A message and where it is.
  ///
  /// @param conversation `@bob` or `#name`
  /// @param message as it is now
  record Found(String conversation, Message message) {}
}
