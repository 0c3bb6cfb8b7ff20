package dev.parley.cli.screen;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;

/// A screen that remembers.
final class RecordingSurface implements Surface {

  final List<String> printed = new ArrayList<>();
  List<String> status = List.of();
  int bells;

  @Override
  public void print(AttributedString line) {
    printed.add(line.toString());
  }

  @Override
  public void status(List<AttributedString> lines) {
    status = lines.stream().map(AttributedString::toString).toList();
  }

  @Override
  public void bell() {
    bells++;
  }

  @Override
  public int width() {
    return 80;
  }

  @Override
  public int height() {
    return 24;
  }
}
