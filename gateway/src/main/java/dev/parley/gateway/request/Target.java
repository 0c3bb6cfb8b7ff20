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

  /// A conversation by its id, as clients got it; the id of a direct one names both accounts.
  ///
  /// @param id as typed, with its sign
  record Conversation(String id) implements Target {
    @Override
    public String conversation(String author) {
      int plus = id.indexOf('+');
      if (id.startsWith("#")) {
        return Names.group(id);
      }
      if (!id.startsWith("@") || plus < 0) {
        return new User(id).conversation(author);
      }
      String one = Names.handle(id.substring(1, plus));
      String other = Names.handle(id.substring(plus + 1));
      if (!one.equals(author) && !other.equals(author)) {
        throw new RequestFailedException(ErrorCode.NOT_MEMBER, "this is not your conversation");
      }
      return ConversationId.direct(one, other);
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
