package dev.parley.cli.screen;

import dev.parley.cli.config.Places;
import dev.parley.cli.config.Settings;
import dev.parley.cli.connection.LinkConfig;
import dev.parley.cli.connection.Loop;
import dev.parley.cli.encryption.key.KeyPlaces;
import dev.parley.cli.session.Session;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jline.reader.EndOfFileException;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jspecify.annotations.Nullable;

/// A chat on a terminal: reads keys on the thread that calls [#run].
public final class TerminalChat implements ChatProgram, PromptTasks, Keys.Actions {

  private static final long LOOP_LIMIT = 5;
  private static final long LOOK = 200;

  private final Terminal terminal;
  private final ChatLineReader reader;
  private final TerminalSurface surface;
  private final Chat chat;
  private final Loop loop;
  private final Questions questions;
  private final LongText longText;
  private final Leaving leaving;
  private volatile boolean editing;
  private volatile @Nullable Runnable asked;
  private volatile @Nullable Thread reading;

  /// Makes a chat on which nobody is logged in.
  ///
  /// @param terminal with a line that can be edited
  /// @param loop the thread of the client
  /// @param link where to
  /// @param settings of the person
  /// @param places of the person
  /// @param keys where keys of accounts lie
  public TerminalChat(
      Terminal terminal,
      Loop loop,
      LinkConfig link,
      Settings settings,
      Places places,
      KeyPlaces keys) {
    this.terminal = terminal;
    this.loop = loop;
    this.questions = Questions.on(terminal);
    this.reader = ChatReader.on(terminal, places);
    this.surface = new TerminalSurface(terminal, reader);
    this.chat = new Chat(loop, link, surface, settings, keys);
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
  public Unlocking unlocking() {
    return chat.unlocking();
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
    reading = Thread.currentThread();
    try {
      return asked != null
          ? Optional.of("")
          : Optional.of(
              reader.readLine(surface.prompt(), null, (Character) null, surface.takeNext()));
    } catch (UserInterruptException e) {
      if (asked != null && !chat.ending().isDone()) {
        surface.swapInput(e.getPartialLine());
        return Optional.of("");
      }
      return leaving.onInterrupt(e.getPartialLine()) ? Optional.empty() : Optional.of("");
    } catch (EndOfFileException _) {
      return leaving.onEnd() ? Optional.empty() : Optional.of("");
    } finally {
      reading = null;
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
    ask();
    if (editing) {
      editing = false;
      longText.edit("");
    }
  }

  /// What commands want to know is asked before the next line is read.
  private void ask() {
    Runnable question = asked;
    if (question != null) {
      // What interrupted the reading must not disturb the answer.
      Thread.interrupted();
      asked = null;
      question.run();
    }
  }

  /// Asks before the next line is read; a line that is being typed is read on afterwards.
  private void later(Runnable question) {
    asked = question;
    Thread reader = reading;
    if (reader != null) {
      reader.interrupt();
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
    later(() -> PasswordChange.ask(questions, chat));
  }

  @Override
  public void passphrase(boolean fresh, Consumer<String> then) {
    later(() ->
        PassphraseQuestion.ask(questions, fresh)
            .ifPresent(said -> chat.execute(() -> then.accept(said))));
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
