package dev.parley.deploy.acceptance.traffic;

/// A conversation that somebody writes to.
///
/// @param conversation id that all members share: `#name` or `@alice+bob`
/// @param target the conversation as the writer addresses it: `#name` or `@bob`
/// @param command what a line to it begins with, up to the text
record Channel(String conversation, String target, String command) {

  static Channel group(String name) {
    return new Channel("#" + name, "#" + name, "message group " + name + " ");
  }

  static Channel direct(Account from, Account to) {
    return new Channel(
        direct(from.handle(), to.handle()), "@" + to.handle(), "message " + to.handle() + " ");
  }

  /// {@return the conversation that a reader addresses as `#name` or `@bob`}
  static String conversation(String target, Account reader) {
    return target.startsWith("@") ? direct(reader.handle(), target.substring(1)) : target;
  }

  private static String direct(String one, String other) {
    return one.compareTo(other) <= 0 ? "@" + one + "+" + other : "@" + other + "+" + one;
  }
}
