package dev.parley.cli.screen;

import dev.parley.cli.conversation.Conversation;
import dev.parley.cli.conversation.Names;
import dev.parley.cli.conversation.Workspace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What could be meant at this moment: a copy, so that the thread that reads keys need not ask the
/// loop.
///
/// @param people handles, those of the open conversation first
/// @param groups names with `#`
record Suggestions(List<String> people, List<String> groups) {

  static final Suggestions NONE = new Suggestions(List.of(), List.of());

  static Suggestions of(Workspace workspace, String here) {
    Set<String> people = new LinkedHashSet<>();
    List<String> groups = new ArrayList<>();
    if (!here.isEmpty()) {
      people.addAll(workspace.conversation(here).known());
      addOther(people, here);
    }
    for (Conversation each : workspace.inOrder()) {
      addOther(people, each.id());
      if (!Names.isDirect(each.id())) {
        groups.add(each.id());
      }
    }
    people.addAll(workspace.people().here());
    people.remove(workspace.me());
    return new Suggestions(List.copyOf(people), List.copyOf(groups));
  }

  private static void addOther(Collection<String> people, String conversation) {
    if (Names.isDirect(conversation)) {
      people.add(Names.bare(conversation));
    }
  }
}
