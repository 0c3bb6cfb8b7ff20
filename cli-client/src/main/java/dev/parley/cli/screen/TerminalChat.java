package dev.parley.cli.screen;

import dev.parley.cli.config.Places;
import dev.parley.cli.config.Settings;
import dev.parley.cli.connection.LinkConfig;
import dev.parley.cli.connection.Loop;
import dev.parley.cli.session.Session;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jline.reader.EndOfFileException;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.LineReaderImpl;
import org.jline.terminal.Terminal;

/// A chat on a terminal: reads keys on the thread that calls [#run].
public final class TerminalChat implements ChatProgram, PromptTasks, Keys.Actions {

  private static final long LOOP_LIMIT = 5;
  private static final long LOOK = 200;

  private final Terminal terminal;
  private final LineReaderImpl reader;
  private final TerminalSurface surface;
  private final Chat chat;
  private final Loop loop;
  private final Questions questions;
  private final LongText longText;
  private final Leaving leaving;
  private volatile boolean editing;
  private volatile boolean asked;

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
    this.reader = ChatReader.on(terminal, places);
    this.surface = new TerminalSurface(terminal, reader);
    this.chat = new Chat(loop, link, surface, settings, server);
    this.longText =
        new LongText(
            terminal, surface, questions, new Editor(System.getenv(), places.state()), chat);
    this.leaving = new Leaving(questions, chat);
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
      return leaving.onInterrupt(e.getPartialLine()) ? Optional.empty() : Optional.of("");
    } catch (EndOfFileException _) {
      return leaving.onEnd() ? Optional.empty() : Optional.of("");
    }
  }

  private void take(String line) {
    if (editing) {
      editing = false;
      longText.edit(line);
      return;
    }
    if (line.indexOf('\n') >= 0 && !longText.isMeant(line)) {
      return;
    }
    wait(
        chat.onLoop(() -> {
          chat.onTyped(line);
          return true;
        }));
    if (asked) {
      asked = false;
      PasswordChange.ask(questions, chat);
    } else if (editing) {
      editing = false;
      longText.edit("");
    }
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
}
