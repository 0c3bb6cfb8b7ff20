package dev.parley.cli.screen;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jline.reader.LineReader;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.Status;

/// A terminal with a line editor. While an editor has the screen, what would be printed waits: the
/// first 1,000 lines of it, then only their number.
final class TerminalSurface implements Surface {

  private static final String SWAP = "parley-swap";
  private static final int MOST_HELD = 1_000;
  private static final int MOST_RECENT = 200;

  private final Terminal terminal;
  private final ChatLineReader reader;
  private final List<AttributedString> held = new ArrayList<>();
  private final Deque<AttributedString> recent = new ArrayDeque<>();
  private List<AttributedString> shown = List.of();
  private List<AttributedString> wanted = List.of();
  private volatile String prompt = "> ";
  private volatile String next = "";
  private String swapIn = "";
  private String swapOut = "";
  private Size size;
  private boolean resizing;
  private boolean paused;
  private long dropped;

  TerminalSurface(Terminal terminal, ChatLineReader reader) {
    this.terminal = terminal;
    this.reader = reader;
    reader.getWidgets().put(SWAP, this::swap);
    this.size = terminal.getSize();
  }

  @Override
  public synchronized void print(AttributedString line) {
    if (!paused && !resizing) {
      remember(line);
      reader.printAbove(line);
    } else if (held.size() < MOST_HELD) {
      held.add(line);
    } else {
      dropped++;
    }
  }

  @Override
  public synchronized void status(List<AttributedString> lines) {
    List<AttributedString> fitting = new ArrayList<>();
    for (AttributedString line : lines) {
      fitting.add(line.columnSubSequence(0, Math.max(1, width() - 1)));
    }
    wanted = lines;
    if (paused || resizing || fitting.equals(shown)) {
      return;
    }
    shown = fitting;
    drawStatus(status -> status.update(fitting));
  }

  @Override
  public void prompt(String text) {
    prompt = text;
    whileReading(() -> {
      reader.setPrompt(text);
      reader.callWidget(LineReader.REDISPLAY);
    });
  }

  @Override
  public synchronized String swapInput(String text) {
    swapIn = text;
    swapOut = "";
    next = text;
    whileReading(() -> reader.callWidget(SWAP));
    return swapOut;
  }

  @Override
  public void bell() {
    reader.draw(() -> {
      terminal.puts(Capability.bell);
      terminal.flush();
    });
  }

  @Override
  public int width() {
    return terminal.getColumns() > 0 ? terminal.getColumns() : 80;
  }

  @Override
  public int height() {
    return terminal.getRows() > 0 ? terminal.getRows() : 24;
  }

  /// Looks whether the window has another size; called every 200 ms.
  ///
  /// The editor draws the line anew on a thread of its own then. What is printed meanwhile waits
  /// until the size has stood still, and the line is drawn once more: both at once have left it
  /// twice on the screen.
  synchronized void look() {
    Size now = terminal.getSize();
    if (!now.equals(size)) {
      size = now;
      resizing = true;
    } else if (resizing) {
      resizing = false;
      if (!paused) {
        redraw();
        printHeld();
      }
    }
  }

  /// {@return what stands before the line that is typed}
  String prompt() {
    return prompt;
  }

  /// Says what the next line begins with; on the thread that reads lines, between two of them.
  void next(String text) {
    next = text;
  }

  /// {@return what the next line begins with, once}
  String takeNext() {
    String text = next;
    next = "";
    return text;
  }

  /// Leaves the screen to somebody else.
  synchronized void pause() {
    paused = true;
    drawStatus(Status::hide);
    shown = List.of();
  }

  /// Takes the screen back.
  synchronized void resume() {
    paused = false;
    printHeld();
  }

  private void redraw() {
    whileReading(() -> reader.callWidget(LineReader.CLEAR_SCREEN));
    shown = List.of();
    drawStatus(Status::resize);
    status(wanted);
    int rows = Math.max(1, height() - wanted.size() - 2);
    List<AttributedString> last = List.copyOf(recent);
    last.subList(Math.max(0, last.size() - rows), last.size()).forEach(reader::printAbove);
  }

  private void remember(AttributedString line) {
    recent.add(line);
    if (recent.size() > MOST_RECENT) {
      recent.removeFirst();
    }
  }

  private void printHeld() {
    held.forEach(this::remember);
    held.forEach(reader::printAbove);
    held.clear();
    if (dropped > 0) {
      reader.printAbove(new AttributedString("… and " + dropped + " more lines"));
    }
    dropped = 0;
  }

  /// Takes the status lines away for good.
  synchronized void close() {
    paused = true;
    drawStatus(status -> {
      status.update(List.of());
      status.close();
    });
  }

  private void drawStatus(Consumer<Status> drawing) {
    reader.draw(() -> {
      Status status = Status.getStatus(terminal);
      if (status != null) {
        drawing.accept(status);
      }
    });
  }

  private boolean swap() {
    swapOut = reader.getBuffer().toString();
    reader.getBuffer().clear();
    reader.getBuffer().write(swapIn);
    next = "";
    return true;
  }

  /// The editor may just have taken a line; then it takes prompt and text with the next one.
  private void whileReading(Runnable action) {
    if (!reader.isReading()) {
      return;
    }
    try {
      action.run();
    } catch (IllegalStateException _) {
      // It stopped reading meanwhile.
    }
  }
}
