package dev.parley.cli.conversation;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// The conversations that are known, each made when it is heard of for the first time; the lobby
/// from the start, and for good. On the loop only.
final class ConversationList {

  private static final Comparator<Conversation> LOBBY_GROUPS_PEOPLE =
      Comparator.comparing((Conversation each) -> !each.id().equals(Names.LOBBY))
          .thenComparing(each -> Names.isDirect(each.id()))
          .thenComparing(Conversation::id);

  private final Map<String, Conversation> known = new LinkedHashMap<>();
  private final Function<String, Conversation> maker;

  ConversationList(Function<String, Conversation> maker) {
    this.maker = maker;
    get(Names.LOBBY);
  }

  Conversation get(String id) {
    return known.computeIfAbsent(id, maker);
  }

  boolean knows(String id) {
    return known.containsKey(id);
  }

  void forget(String id) {
    if (!id.equals(Names.LOBBY)) {
      known.remove(id);
    }
  }

  /// {@return all of them: the lobby, groups, then people, each in order of their names}
  List<Conversation> inOrder() {
    return known.values().stream().sorted(LOBBY_GROUPS_PEOPLE).toList();
  }

  /// {@return how far each has arrived, by the spelling of the server}
  Map<String, Long> cursors() {
    Map<String, Long> cursors = new HashMap<>();
    for (Conversation each : known.values()) {
      each.log().cursor().ifPresent(seq -> cursors.put(each.spelling(), seq));
    }
    return cursors;
  }
}
