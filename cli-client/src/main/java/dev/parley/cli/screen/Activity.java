package dev.parley.cli.screen;

import java.util.regex.Pattern;
import org.jline.reader.Highlighter;
import org.jline.reader.LineReader;
import org.jline.utils.AttributedString;

/// Sees what is typed as the line editor draws it: the one place that each key passes. Colours
/// nothing.
final class Activity implements Highlighter {

  private final Runnable onKey;
  private final Runnable onText;
  private String last = "";

  /// @param onKey whatever was typed is something else now
  /// @param onText a message is being written, and not a command
  Activity(Runnable onKey, Runnable onText) {
    this.onKey = onKey;
    this.onText = onText;
  }

  @Override
  public AttributedString highlight(LineReader reader, String buffer) {
    if (!buffer.equals(last)) {
      last = buffer;
      onKey.run();
      if (!buffer.isBlank() && !buffer.startsWith("/")) {
        onText.run();
      }
    }
    return new AttributedString(buffer);
  }

  @Override
  public void setErrorPattern(Pattern pattern) {
    // Nothing is an error here.
  }

  @Override
  public void setErrorIndex(int index) {
    // Nothing is an error here.
  }
}
