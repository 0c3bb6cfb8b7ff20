package dev.parley.gateway.request;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.Handles;
import dev.parley.gateway.exchange.RequestFailedException;

/// Whom a message is for, as its author names it.
public sealed interface Target {
  /// {@return id of the conversation meant}
  ///
  /// @param author handle of who addresses it
  /// @throws RequestFailedException with `bad_name` if the name breaks the naming rule
  String conversation(String author);

  /// An account.
  ///
  /// @param name as typed, without `@`
  record User(String name) implements Target {
    @Override
    public String conversation(String author) {
      return ConversationId.direct(author, Names.handle(name));
    }
  }

  /// A group or the lobby.
  ///
  /// @param name as typed, without `#`
  record Group(String name) implements Target {
    @Override
    public String conversation(String author) {
      return Names.group(name);
    }
  }

  /// Reads names that somebody typed.
  final class Names {
    private Names() {}

    /// {@return the canonical handle}
    ///
    /// @param typed a name with or without `@`
    /// @throws RequestFailedException with `bad_name` if it breaks the naming rule
    public static String handle(String typed) {
      String name = Handles.canonical(typed.startsWith("@") ? typed.substring(1) : typed);
      if (!Handles.isHandle(name)) {
        throw new RequestFailedException(
            ErrorCode.BAD_NAME,
            "a user name has 3 to 32 of a-z 0-9 _ . - and starts with a letter");
      }
      return name;
    }

    /// {@return the id of the group}
    ///
    /// @param typed a name with or without `#`
    /// @throws RequestFailedException with `bad_name` if it breaks the naming rule
    public static String group(String typed) {
      String name = Handles.canonical(typed.startsWith("#") ? typed.substring(1) : typed);
      if (!Handles.isGroupName(name)) {
        throw new RequestFailedException(
            ErrorCode.BAD_NAME, "a group name has 1 to 64 of a-z 0-9 _ . -");
      }
      return ConversationId.group(name);
    }
  }
}
