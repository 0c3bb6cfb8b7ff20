package dev.parley.deploy.acceptance.cli;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// A terminal with one program in it. Each has a tmux server of its own, so that closing one ends
/// nothing else.
final class Tmux implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private final String socket =
      "parley-" + ProcessHandle.current().pid() + "-" + NUMBERS.incrementAndGet();

  private Tmux() {}

  /// {@return whether there is a tmux on this machine}
  static boolean isInstalled() {
    try {
      return new ProcessBuilder("tmux", "-V").start().waitFor() == 0;
    } catch (IOException _) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// {@return a terminal of 100 columns and 30 rows; when the program has ended it shows `EXIT` and
  /// the code}
  static Tmux run(List<String> command, Map<String, String> environment) {
    var terminal = new Tmux();
    String variables =
        environment.entrySet().stream()
            .map(each -> each.getKey() + "=" + quoted(each.getValue()))
            .collect(Collectors.joining(" "));
    String words = command.stream().map(Tmux::quoted).collect(Collectors.joining(" "));
    // The last cat keeps the screen.
    String line = "env " + variables + " " + words + "; echo EXIT $?; exec cat";
    terminal.tmux("-f", "/dev/null", "new-session", "-d", "-x", "100", "-y", "30", line);
    terminal.tmux("set", "-g", "set-clipboard", "on");
    terminal.tmux("set", "-g", "history-limit", "5000");
    return terminal;
  }

  /// Types a text as it is.
  void type(String text) {
    tmux("send-keys", "-l", text);
  }

  /// Presses keys by their names in tmux, such as `Enter`, `C-c`, `M-Up`.
  void press(String... keys) {
    List<String> words = new ArrayList<>(List.of("send-keys"));
    words.addAll(List.of(keys));
    tmux(words.toArray(String[]::new));
  }

  /// Pastes a text as a terminal does, in brackets if the program asked for them.
  void paste(String text) {
    tmux("set-buffer", "-b", "pasted", text);
    tmux("paste-buffer", "-p", "-d", "-b", "pasted");
  }

  void resize(int width, int height) {
    tmux("resize-window", "-x", Integer.toString(width), "-y", Integer.toString(height));
  }

  /// {@return the rows of the screen, without blanks at their ends}
  List<String> screen() {
    return tmux("capture-pane", "-p").lines().map(String::stripTrailing).toList();
  }

  /// {@return what has scrolled away, and the screen; wrapped rows joined}
  List<String> scrollback() {
    return tmux("capture-pane", "-p", "-J", "-S", "-").lines().map(String::stripTrailing).toList();
  }

  /// {@return a format of tmux, such as `#{pane_title}`}
  String ask(String format) {
    return tmux("display-message", "-p", format).strip();
  }

  /// {@return names of the paste buffers: what programs have put on the clipboard}
  String buffers() {
    return tmux("list-buffers").strip();
  }

  /// Waits until a row of the screen has a text in it.
  void awaitText(String text) {
    awaitRow("'" + text + "'", row -> row.contains(text));
  }

  /// Waits until a row of the screen is as wanted.
  void awaitRow(String what, Predicate<String> wanted) {
    await(what)
        .atMost(LIMIT)
        .pollInterval(Duration.ofMillis(50))
        .untilAsserted(() -> {
          List<String> rows = screen();
          if (rows.stream().noneMatch(wanted)) {
            throw new AssertionError("no row is " + what + " on:\n" + String.join("\n", rows));
          }
        });
  }

  @Override
  public void close() {
    tmux("kill-server");
  }

  private String tmux(String... words) {
    List<String> command = new ArrayList<>(List.of("tmux", "-u", "-L", socket));
    command.addAll(List.of(words));
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder.environment().put("LC_ALL", "C.UTF-8");
      builder.environment().remove("TMUX");
      Process process = builder.start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS);
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }
}
