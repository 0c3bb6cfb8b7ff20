package dev.parley.cli.screen;

import dev.parley.cli.connection.LinkState;
import dev.parley.cli.conversation.Conversation;
import dev.parley.cli.conversation.Names;
import dev.parley.cli.conversation.Pending;
import dev.parley.cli.conversation.Workspace;
import dev.parley.cli.text.Neutral;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStyle;

/// The lines below what is typed: the sidebar if it is on, what is on its way, and one line of
/// state.
final class StatusLines {

  private static final int MOST_PENDING = 3;
  private static final int SHARE = 3;

  private final Theme theme;
  private final Workspace workspace;
  private final String server;

  StatusLines(Theme theme, Workspace workspace, String server) {
    this.theme = theme;
    this.workspace = workspace;
    this.server = server;
  }

  /// {@return the lines}
  ///
  /// @param here the open conversation
  /// @param link how the connection is
  /// @param sidebar whether the conversations are listed
  /// @param height rows of the screen; the sidebar takes a third of them at most
  List<AttributedString> lines(String here, LinkState link, boolean sidebar, int height) {
    List<AttributedString> lines = new ArrayList<>();
    if (sidebar) {
      lines.addAll(sidebar(here, Math.max(1, height / SHARE)));
    }
    lines.addAll(pending());
    lines.add(new AttributedString(state(here, link), theme.bar()));
    return lines;
  }

  private List<AttributedString> sidebar(String here, int rows) {
    List<Conversation> all = workspace.inOrder();
    int at = 0;
    for (Conversation each : all) {
      if (each.id().equals(here)) {
        break;
      }
      at++;
    }
    int from = Math.max(0, Math.min(at - rows / 2, all.size() - rows));
    return all.subList(from, Math.min(all.size(), from + rows)).stream()
        .map(each -> row(each, each.id().equals(here)))
        .toList();
  }

  private AttributedString row(Conversation conversation, boolean here) {
    String sign = here ? "> " : "  ";
    AttributedStyle style = conversation.unread() > 0 || here ? theme.bold() : theme.plain();
    return new AttributedString(
        sign + Neutral.line(conversation.id()) + presence(conversation) + count(conversation),
        style);
  }

  private String presence(Conversation conversation) {
    if (!Names.isDirect(conversation.id())) {
      return "";
    }
    return switch (workspace.people().state(Names.bare(conversation.id()))) {
      case "online" -> " ●";
      case "away" -> " ◐";
      default -> " ○";
    };
  }

  private static String count(Conversation conversation) {
    if (conversation.unread() == 0) {
      return "";
    }
    return "  " + conversation.unread() + (conversation.mentions() > 0 ? "!" : "");
  }

  private List<AttributedString> pending() {
    List<Pending> all = workspace.outbox().pending();
    List<AttributedString> lines = new ArrayList<>();
    for (Pending each : all.subList(0, Math.min(MOST_PENDING, all.size()))) {
      boolean failed = each.failed() != null;
      String text = (failed ? "✗ " : "… ") + each.to() + " " + Painter.quote(each.text());
      lines.add(
          new AttributedString(
              failed ? text + "  (" + each.failed() + "; /retry or /discard)" : text,
              failed ? theme.bad() : theme.faint()));
    }
    if (all.size() > MOST_PENDING) {
      lines.add(
          new AttributedString("… and " + (all.size() - MOST_PENDING) + " more", theme.faint()));
    }
    return lines;
  }

  private String state(String here, LinkState link) {
    List<String> parts = new ArrayList<>();
    parts.add(workspace.me() + "@" + server);
    String connection = connection(link);
    if (!connection.isEmpty()) {
      parts.add(connection);
    }
    Conversation open = workspace.conversation(here);
    parts.add(here + presence(open) + (open.isEncrypted() ? ", encrypted" : ""));
    String unread =
        workspace.inOrder().stream()
            .filter(each -> each.unread() > 0 && !each.id().equals(here))
            .map(each -> each.id() + " " + each.unread() + (each.mentions() > 0 ? "!" : ""))
            .collect(Collectors.joining(", "));
    if (!unread.isEmpty()) {
      parts.add(unread);
    }
    List<String> typing = open.typing();
    if (!typing.isEmpty()) {
      parts.add(String.join(", ", typing) + (typing.size() == 1 ? " is" : " are") + " writing…");
    }
    return " " + Neutral.line(String.join(" │ ", parts)) + " ";
  }

  private static String connection(LinkState link) {
    return switch (link) {
      case LinkState.Open _ -> "";
      case LinkState.Connecting _ -> "connecting…";
      case LinkState.Waiting(var pause, _) ->
          "connection lost; next try in " + Math.max(1, pause.toSeconds()) + " s";
      case LinkState.Idle _, LinkState.Ended _ -> "not connected";
    };
  }
}
