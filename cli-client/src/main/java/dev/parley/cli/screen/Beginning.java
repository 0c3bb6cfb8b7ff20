package dev.parley.cli.screen;

import dev.parley.cli.conversation.Conversation;
import dev.parley.cli.conversation.Names;
import dev.parley.cli.conversation.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a person sees first.
final class Beginning {

  private Beginning() {}

  /// {@return the only conversation with something new that is for oneself, else the lobby}
  static String newest(Workspace workspace) {
    List<Conversation> waiting =
        workspace.inOrder().stream().filter(each -> each.unread() > 0).toList();
    return waiting.size() == 1 ? waiting.getFirst().id() : Names.LOBBY;
  }

  /// {@return a word about what waits elsewhere}
  ///
  /// @param first the conversation that is open
  static Optional<String> waiting(Workspace workspace, String first) {
    String waiting =
        workspace.inOrder().stream()
            .filter(each -> each.unread() > 0 && !each.id().equals(first))
            .map(each -> each.id() + " " + each.unread())
            .collect(Collectors.joining(", "));
    return waiting.isEmpty()
        ? Optional.empty()
        : Optional.of("something new in " + waiting + "; /offline goes there");
  }
}
