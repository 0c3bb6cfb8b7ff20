package dev.parley.contracts;

import java.util.List;

/// The address of a conversation: `@alice+bob` (direct), `#name` (group), `!alice` (inbox).
///
/// Ids travel as plain strings; this class is the one place that makes and reads them.
public final class ConversationId {
  /// The group that every account belongs to.
  public static final String LOBBY = "#lobby";

  private ConversationId() {}

  /// {@return the id of the conversation of two accounts, handles sorted}
  ///
  /// @param one a handle in lower case
  /// @param other another handle in lower case; may equal `one` for notes to oneself
  public static String direct(String one, String other) {
    return one.compareTo(other) <= 0 ? "@" + one + "+" + other : "@" + other + "+" + one;
  }

  /// {@return the id of a group}
  ///
  /// @param name the group's name without `#`, in lower case
  public static String group(String name) {
    return "#" + name;
  }

  /// {@return the id of an account's inbox}
  ///
  /// @param account a handle in lower case
  public static String inbox(String account) {
    return "!" + account;
  }

  /// {@return whether the id is that of a direct conversation}
  ///
  /// @param id a conversation id
  public static boolean isDirect(String id) {
    return id.startsWith("@");
  }

  /// {@return whether the id is that of a group, the lobby included}
  ///
  /// @param id a conversation id
  public static boolean isGroup(String id) {
    return id.startsWith("#");
  }

  /// {@return whether the id is that of an inbox}
  ///
  /// @param id a conversation id
  public static boolean isInbox(String id) {
    return id.startsWith("!");
  }

  /// {@return the two handles of a direct conversation, sorted}
  ///
  /// @param direct id of a direct conversation
  /// @throws IllegalArgumentException if it is not one
  public static List<String> directMembers(String direct) {
    int plus = plus(direct);
    return List.of(direct.substring(1, plus), direct.substring(plus + 1));
  }

  private static int plus(String direct) {
    int plus = direct.indexOf('+');
    if (!isDirect(direct) || plus < 0) {
      throw new IllegalArgumentException("a direct conversation is @one+other, got " + direct);
    }
    return plus;
  }

  /// {@return the account at the other end of a direct conversation}
  ///
  /// @param direct id of a direct conversation
  /// @param reader one of its two accounts
  /// @throws IllegalArgumentException if it is not a direct conversation
  public static String other(String direct, String reader) {
    int plus = plus(direct);
    boolean isFirst = plus - 1 == reader.length() && direct.startsWith(reader, 1);
    return isFirst ? direct.substring(plus + 1) : direct.substring(1, plus);
  }

  /// {@return the account that an inbox belongs to}
  ///
  /// @param inbox id of an inbox
  /// @throws IllegalArgumentException if it is not one
  public static String inboxOwner(String inbox) {
    if (!isInbox(inbox)) {
      throw new IllegalArgumentException("an inbox is !account, got " + inbox);
    }
    return inbox.substring(1);
  }
}
