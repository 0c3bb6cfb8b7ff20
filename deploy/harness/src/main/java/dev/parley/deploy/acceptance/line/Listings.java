package dev.parley.deploy.acceptance.line;

import java.util.Set;

/// Which replies are followed by rows.
final class Listings {

  private static final Set<String> VERBS =
      Set.of(
          "help",
          "grouplist",
          "whoelse",
          "wholasthr",
          "offline",
          "history",
          "pinned",
          "search",
          "trace",
          "file",
          "get");

  private static final Set<String> MEMBER_LISTS = Set.of("members", "muted");

  private Listings() {}

  /// {@return how many rows follow the first line of a reply}
  ///
  /// @param reply a reply without rows yet
  static int rowsAfter(Reply reply) {
    boolean listing = VERBS.contains(reply.word(1)) || isMemberList(reply) || isKeyList(reply);
    return reply.isOk() && listing ? Math.toIntExact(reply.number()) : 0;
  }

  /// `+ok keys add` and `+ok keys remove` have no rows.
  private static boolean isKeyList(Reply reply) {
    return reply.word(1).equals("keys") && reply.word(2).matches("\\d+");
  }

  private static boolean isMemberList(Reply reply) {
    return reply.word(1).equals("group") && MEMBER_LISTS.contains(reply.word(2));
  }
}
