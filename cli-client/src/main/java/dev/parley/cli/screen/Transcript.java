package dev.parley.cli.screen;

import dev.parley.cli.command.Desk;
import dev.parley.cli.command.Refusals;
import dev.parley.cli.connection.RefusedException;
import dev.parley.cli.conversation.Message;
import dev.parley.cli.conversation.Workspace;
import dev.parley.cli.frame.Entry;
import dev.parley.cli.text.Neutral;
import java.time.LocalDate;
import java.util.List;
import org.jline.utils.AttributedString;
import org.jspecify.annotations.Nullable;

/// What is printed, line after line: messages and changes with what they answer, the days between
/// them, listings, and words of the client's own. On the loop only.
final class Transcript {

  private final Surface surface;
  private final Painter painter;
  private final Times times;
  private final Workspace workspace;
  private @Nullable LocalDate day;

  /// @param surface where it is printed
  /// @param painter makes lines
  /// @param times of this machine
  /// @param workspace knows what a message answers
  Transcript(Surface surface, Painter painter, Times times, Workspace workspace) {
    this.surface = surface;
    this.painter = painter;
    this.times = times;
    this.workspace = workspace;
  }

  void say(String text) {
    surface.print(painter.note(text));
  }

  void warn(String text) {
    surface.print(painter.warning(text));
  }

  void refused(RefusedException refusal) {
    warn(Refusals.text(refusal));
  }

  /// A line across the screen with a word in it.
  void rule(String word) {
    surface.print(painter.rule(word, surface.width()));
  }

  /// Another conversation follows: its first message gets its day, too.
  void begin(String conversation) {
    day = null;
    rule(conversation);
  }

  /// The next message or change of the open conversation; its day first where that is another.
  void message(String conversation, Message message) {
    separate(message.at());
    paint(conversation, message);
  }

  /// A message of the open conversation that was printed before, without its text, opens now.
  void opened(String conversation, Message message) {
    String quoted = message.replyTo() == null ? "" : quote(conversation, message.replyTo());
    painter.opened(message, quoted, surface.width()).forEach(surface::print);
  }

  void change(String conversation, Entry entry) {
    separate(entry.at());
    painter.change(entry, quotedBy(conversation, entry), surface.width()).forEach(surface::print);
  }

  void list(String title, List<String> rows) {
    rule(title);
    rows.forEach(
        row -> surface.print(new AttributedString("   " + Neutral.text(row).replace('\n', ' '))));
  }

  /// Messages out of their order, under a title.
  void show(String title, List<Desk.Found> rows) {
    rule(title + (rows.isEmpty() ? ": nothing" : ""));
    @Nullable String where = null;
    LocalDate last = null;
    for (Desk.Found row : rows) {
      if (!row.conversation().equals(where)) {
        where = row.conversation();
        surface.print(painter.note(where));
      }
      LocalDate of = times.day(row.message().at()).orElse(null);
      if (of != null && !of.equals(last)) {
        surface.print(painter.note(times.name(of)));
        last = of;
      }
      paint(row.conversation(), row.message());
    }
    rule("end");
  }

  private void paint(String conversation, Message message) {
    String quoted = message.replyTo() == null ? "" : quote(conversation, message.replyTo());
    boolean encrypted = workspace.conversation(conversation).isEncrypted();
    painter.message(message, quoted, encrypted, surface.width()).forEach(surface::print);
  }

  private String quotedBy(String conversation, Entry entry) {
    return switch (entry) {
      case Entry.React react -> quote(conversation, react.target());
      case Entry.Pin pin -> quote(conversation, pin.target());
      default -> "";
    };
  }

  private String quote(String conversation, long seq) {
    return workspace
        .conversation(conversation)
        .log()
        .message(seq)
        .map(message -> message.from() + ": " + Painter.quote(message.text()))
        .orElse("");
  }

  private void separate(String at) {
    LocalDate of = times.day(at).orElse(null);
    if (of != null && !of.equals(day)) {
      day = of;
      rule(times.name(of));
    }
  }
}
