package dev.parley.cli.screen;

import dev.parley.cli.text.Mentions;
import dev.parley.cli.text.Neutral;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/// The text of a message in lines that fit: neutral, with calls, `code` and **bold** told apart.
final class RichText {

  private static final Pattern SPECIAL =
      Pattern.compile("`([^`]+)`|\\*\\*([^*]+)\\*\\*|" + Mentions.CALL.pattern());
  private static final int CODE = 1;
  private static final int BOLD = 2;
  private static final int CALL = 3;

  private final Theme theme;
  private final String me;

  RichText(Theme theme, String me) {
    this.theme = theme;
    this.me = me;
  }

  /// {@return the lines, at least one}
  ///
  /// @param foreign what somebody wrote
  /// @param width most columns of a line
  List<AttributedString> lines(String foreign, int width) {
    List<AttributedString> lines = new ArrayList<>();
    boolean fenced = false;
    for (String line : Neutral.text(foreign).split("\n", -1)) {
      boolean fence = line.strip().startsWith("```");
      AttributedString styled = fenced || fence ? styled(line, theme.code()) : inline(line);
      fenced ^= fence;
      lines.addAll(wrap(styled, width));
    }
    return lines;
  }

  private AttributedString inline(String line) {
    var styled = new AttributedStringBuilder();
    AttributedStyle usual = line.startsWith(">") ? theme.faint() : theme.plain();
    Matcher special = SPECIAL.matcher(line);
    int at = 0;
    while (special.find()) {
      styled.styled(usual, line.substring(at, special.start()));
      styled.styled(style(special), special.group());
      at = special.end();
    }
    return styled.styled(usual, line.substring(at)).toAttributedString();
  }

  private AttributedStyle style(Matcher special) {
    if (special.group(CODE) != null) {
      return theme.code();
    }
    if (special.group(BOLD) != null) {
      return theme.bold();
    }
    return Mentions.isCallTo(special.group(CALL), me) ? theme.mention() : theme.called();
  }

  private static AttributedString styled(String text, AttributedStyle style) {
    return new AttributedString(text, style);
  }

  /// Breaks at blanks, and inside a word that is longer than a line.
  private static List<AttributedString> wrap(AttributedString line, int width) {
    List<AttributedString> lines = new ArrayList<>();
    AttributedString rest = line;
    while (rest.columnLength() > width) {
      int end = rest.columnSubSequence(0, width).length();
      int blank = rest.toString().lastIndexOf(' ', end);
      int cut = blank > end / 2 ? blank : Math.max(1, end);
      lines.add(rest.subSequence(0, cut));
      rest = rest.subSequence(blank > end / 2 ? cut + 1 : cut, rest.length());
    }
    lines.add(rest);
    return lines;
  }
}
