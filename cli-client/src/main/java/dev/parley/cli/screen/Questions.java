package dev.parley.cli.screen;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;

/// Asks a person before the chat begins: names, passwords without echo, yes or no. An answer is
/// missing where the person leaves (Ctrl+C, Ctrl+D, end of input).
public sealed interface Questions {

  /// {@return one line}
  ///
  /// @param question shown before it
  Optional<String> ask(String question);

  /// {@return one line that is not shown}
  ///
  /// @param question shown before it
  Optional<String> secret(String question);

  /// Tells something.
  ///
  /// @param text neutral already
  void tell(String text);

  /// {@return whether the answer was yes; everything but `y` and `yes` is no}
  ///
  /// @param question shown with `(y/n)`
  default boolean confirm(String question) {
    String answer = ask(question + " (y/n) ").orElse("").strip().toLowerCase(Locale.ROOT);
    return answer.equals("y") || answer.equals("yes");
  }

  /// {@return questions on a terminal}
  ///
  /// @param terminal any
  static Questions on(Terminal terminal) {
    LineReader reader =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .parser(new ChatParser())
            .variable(LineReader.DISABLE_HISTORY, true)
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .build();
    return new OnTerminal(reader);
  }

  /// {@return questions on standard input and output}
  static Questions onStreams() {
    return new OnStreams(
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
  }

  /// {@return questions that nobody answers; what is told goes to standard error}
  static Questions silent() {
    return new Silent();
  }

  /// Nobody is there.
  record Silent() implements Questions {
    @Override
    public Optional<String> ask(String question) {
      return Optional.empty();
    }

    @Override
    public Optional<String> secret(String question) {
      return Optional.empty();
    }

    @Override
    public void tell(String text) {
      System.err.println(text);
    }
  }

  /// Questions of the line editor.
  ///
  /// @param reader without a history
  record OnTerminal(LineReader reader) implements Questions {
    private static final char NOTHING = 0;

    @Override
    public Optional<String> ask(String question) {
      return read(() -> reader.readLine(question));
    }

    @Override
    public Optional<String> secret(String question) {
      return read(() -> reader.readLine(question, NOTHING));
    }

    @Override
    public void tell(String text) {
      reader.getTerminal().writer().println(text);
      reader.getTerminal().flush();
    }

    private static Optional<String> read(Supplier<String> line) {
      try {
        return Optional.of(line.get());
      } catch (UserInterruptException | EndOfFileException _) {
        return Optional.empty();
      }
    }
  }

  /// Questions where there is no terminal to edit lines on; a password is hidden where the JDK can.
  ///
  /// @param in the one reader of standard input
  record OnStreams(BufferedReader in) implements Questions {

    @Override
    public Optional<String> ask(String question) {
      System.err.print(question);
      System.err.flush();
      try {
        return Optional.ofNullable(in.readLine());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public Optional<String> secret(String question) {
      Optional<Console> console = Optional.ofNullable(System.console()).filter(Console::isTerminal);
      if (console.isEmpty()) {
        return ask(question);
      }
      return console.map(each -> each.readPassword("%s", question)).map(String::new);
    }

    @Override
    public void tell(String text) {
      System.err.println(text);
    }
  }
}
