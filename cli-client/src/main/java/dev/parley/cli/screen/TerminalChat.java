package dev.parley.cli.screen;

import dev.parley.cli.config.Places;
import dev.parley.cli.config.PrivateFiles;
import dev.parley.cli.config.Settings;
import dev.parley.cli.connection.LinkConfig;
import dev.parley.cli.connection.Loop;
import dev.parley.cli.frame.Frames;
import dev.parley.cli.session.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;

/// A chat on a terminal: reads keys on the thread that calls [#run].
public final class TerminalChat implements ChatProgram, PromptTasks, Keys.Actions {

  private static final long LOOP_LIMIT = 5;
  private static final long TWICE = 3_000;
  private static final long LOOK = 200;
  private static final long ONE_KEY = 50;

  private final Terminal terminal;
  private final LineReaderImpl reader;
  private final TerminalSurface surface;
  private final Chat chat;
  private final Loop loop;
  private final Questions questions;
  private final Editor editor;
  private volatile boolean editing;
  private volatile boolean asked;
  private long interruptedAt;

  /// Makes a chat on which nobody is logged in.
  ///
  /// @param terminal with a line that can be edited
  /// @param loop the thread of the client
  /// @param link where to
  /// @param settings of the person
  /// @param places of the person
  /// @param server host and port, for the eye
  public TerminalChat(
      Terminal terminal,
      Loop loop,
      LinkConfig link,
      Settings settings,
      Places places,
      String server) {
    this.terminal = terminal;
    this.loop = loop;
    this.questions = Questions.on(terminal);
    this.editor = new Editor(System.getenv(), places.state());
    this.reader = reader(terminal, places);
    this.surface = new TerminalSurface(terminal, reader);
    this.chat = new Chat(loop, link, surface, settings, server);
    reader.setCompleter(new ChatCompleter(chat::suggestions));
    reader.setHighlighter(
        new Activity(() -> loop.execute(chat::onKey), () -> loop.execute(chat::onWriting)));
    Keys.bind(reader, terminal, this);
    // Between two lines nobody else takes the signal, and it would end the program.
    terminal.handle(Terminal.Signal.INT, _ -> {});
    surface.pause();
  }

  @Override
  public Questions questions() {
    return questions;
  }

  @Override
  public Session session() {
    return chat.session();
  }

  @Override
  public Ending run(boolean kept) {
    surface.resume();
    loop.scheduleWithFixedDelay(surface::look, LOOK, LOOK, TimeUnit.MILLISECONDS);
    chat.ending().thenRun(Thread.currentThread()::interrupt);
    wait(chat.onLoop(() -> begin(this)));
    while (!chat.ending().isDone()) {
      Optional<String> line = read();
      if (line.isEmpty()) {
        break;
      }
      take(line.get());
    }
    return end(kept);
  }

  private boolean begin(PromptTasks tasks) {
    chat.begin(tasks);
    return true;
  }

  /// {@return the next line; nothing where the person leaves}
  private Optional<String> read() {
    try {
      return Optional.of(
          reader.readLine(surface.prompt(), null, (Character) null, surface.takeNext()));
    } catch (UserInterruptException e) {
      settle();
      return chat.ending().isDone() || leavesAfterInterrupt(e.getPartialLine())
          ? Optional.empty()
          : Optional.of("");
    } catch (EndOfFileException _) {
      return leavesUnsent() ? Optional.empty() : Optional.of("");
    }
  }

  private void take(String line) {
    if (editing) {
      editing = false;
      editLong(line);
      return;
    }
    if (line.indexOf('\n') >= 0 && !questionsAnswered(line)) {
      return;
    }
    wait(
        chat.onLoop(() -> {
          chat.onTyped(line);
          return true;
        }));
    if (asked) {
      asked = false;
      askPasswords();
    } else if (editing) {
      editing = false;
      editLong("");
    }
  }

  /// A paste of many lines may not have been meant: asks.
  private boolean questionsAnswered(String text) {
    long lines = text.lines().count();
    String answer =
        questions
            .ask("send these " + lines + " lines as one message? (y/n, e to edit) ")
            .orElse("n")
            .strip();
    if (answer.equals("e")) {
      editLong(text);
    }
    return answer.equals("y");
  }

  private void editLong(String text) {
    surface.pause();
    try {
      if (terminal.canPauseResume()) {
        terminal.pause(true);
      }
      String edited = editor.edit(text);
      terminal.resume();
      surface.resume();
      if (!edited.isBlank()) {
        sendEdited(edited);
      }
    } catch (IOException e) {
      surface.resume();
      questions.tell("error: the editor cannot be started: " + e.getMessage());
      questions.tell("cure:  set EDITOR to one that is installed");
    } catch (InterruptedException _) {
      surface.resume();
      Thread.currentThread().interrupt();
    }
    terminal.resume();
    loop.execute(() -> chat.view().onChanged());
  }

  private void sendEdited(String text) {
    String first = text.lines().findFirst().orElse("");
    if (questions.confirm("send " + text.lines().count() + " lines beginning '" + first + "'?")) {
      loop.execute(() -> chat.desk().send(chat.view().here(), text, 0));
    } else {
      loop.execute(() -> surface.swapInput(text));
    }
  }

  private void askPasswords() {
    Optional<String> old = questions.secret("old password: ");
    Optional<String> fresh = old.flatMap(_ -> questions.secret("new password: "));
    if (old.isPresent() && fresh.isPresent()) {
      var fields =
          Frames.JSON
              .createObjectNode()
              .put("oldPassword", old.get())
              .put("newPassword", fresh.get());
      loop.execute(() ->
          chat.desk()
              .attempt(
                  chat.ask("changePassword", fields)
                      .thenAccept(_ -> chat.view().say("the password is changed"))));
    }
  }

  /// Asks once more where the echo of the key that led here took the first question away.
  private boolean confirmLeaving() {
    Optional<String> answer = questions.ask("leave? (y/n) ");
    if (answer.isEmpty()) {
      answer = questions.ask("leave? (y/n) ");
    }
    return answer.orElse("y").strip().startsWith("y");
  }

  /// One Ctrl+C may interrupt twice; the second time must not answer a question that follows.
  private static void settle() {
    try {
      Thread.sleep(ONE_KEY);
    } catch (InterruptedException _) {
      // That was it.
    }
  }

  private boolean leavesAfterInterrupt(String partial) {
    long now = System.currentTimeMillis();
    boolean twice = partial.isEmpty() && now - interruptedAt < TWICE;
    interruptedAt = partial.isEmpty() ? now : 0;
    if (twice) {
      interruptedAt = 0;
      return confirmLeaving();
    }
    if (partial.isEmpty()) {
      loop.execute(() -> chat.view().say("Ctrl+C once more, or Ctrl+D, to leave"));
    }
    return false;
  }

  private boolean leavesUnsent() {
    int unsent = chat.onLoop(chat::unsent).completeOnTimeout(0, 1, TimeUnit.SECONDS).join();
    return unsent == 0
        || questions.confirm(unsent + " messages are not sent and will be lost; leave?");
  }

  private Ending end(boolean kept) {
    // What interrupted the reading must not disturb the goodbye.
    Thread.interrupted();
    Ending ending = chat.ending().getNow(Ending.LEFT);
    surface.close();
    if (ending == Ending.LEFT) {
      wait(chat.onLoop(() -> chat.leave(kept)).thenCompose(left -> left));
    }
    terminal.flush();
    return ending;
  }

  @Override
  public void editLong() {
    editing = true;
  }

  @Override
  public void changePassword() {
    asked = true;
  }

  @Override
  public void step(int places) {
    loop.execute(() -> chat.step(places));
  }

  @Override
  public void older() {
    loop.execute(() -> chat.view().older(0));
  }

  @Override
  public void edit() {
    editing = true;
  }

  /// The loop is never busy for long; if it is, keys are read on.
  private static void wait(CompletableFuture<?> done) {
    try {
      done.get(LOOP_LIMIT, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (TimeoutException _) {
      // It goes on without us.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static LineReaderImpl reader(Terminal terminal, Places places) {
    try {
      PrivateFiles.touch(places.history());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + places.history(), e);
    }
    var parser = new ChatParser();
    LineReader reader =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .appName("parley")
            .parser(parser)
            .variable(LineReader.HISTORY_FILE, places.history())
            .variable(LineReader.HISTORY_FILE_SIZE, 1_000)
            .variable(LineReader.SECONDARY_PROMPT_PATTERN, "")
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .option(LineReader.Option.ERASE_LINE_ON_FINISH, true)
            .option(LineReader.Option.AUTO_LIST, true)
            .option(LineReader.Option.AUTO_FRESH_LINE, false)
            .option(LineReader.Option.HISTORY_IGNORE_SPACE, true)
            .build();
    return (LineReaderImpl) reader;
  }
}
