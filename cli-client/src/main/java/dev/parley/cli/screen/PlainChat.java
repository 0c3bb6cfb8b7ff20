package dev.parley.cli.screen;

import dev.parley.cli.config.Settings;
import dev.parley.cli.connection.LinkConfig;
import dev.parley.cli.connection.Loop;
import dev.parley.cli.encryption.key.KeyPlaces;
import dev.parley.cli.session.Session;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// A chat without a line editor: reads lines, prints lines, writes no escape sequence.
///
/// At the end of the input it waits until what was written is stored, at most 15 s.
public final class PlainChat implements ChatProgram, PromptTasks {

  private static final int MOST_LINES = 100;
  private static final Duration STORED = Duration.ofSeconds(15);
  private static final long LOOK = 100;

  private final Questions questions = Questions.onStreams();
  private final BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>(MOST_LINES);
  private final Chat chat;

  /// Makes a chat on which nobody is logged in.
  ///
  /// @param loop the thread of the client
  /// @param link where to
  /// @param settings of the person
  /// @param keys where keys of accounts lie
  public PlainChat(Loop loop, LinkConfig link, Settings settings, KeyPlaces keys) {
    this.chat = new Chat(loop, link, new PlainSurface(System.out), settings, keys);
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
    chat.onLoop(
            () -> {
              chat.begin(this);
              return true;
            })
        .join();
    Thread.ofVirtual().start(this::readAll);
    try {
      passOn();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    Ending ending = chat.ending().getNow(Ending.LEFT);
    if (ending == Ending.LEFT) {
      awaitStored();
      chat.onLoop(() -> chat.leave(kept))
          .thenCompose(left -> left)
          .completeOnTimeout(null, STORED.toSeconds(), TimeUnit.SECONDS)
          .join();
    }
    return ending;
  }

  @Override
  public void editLong() {
    chat.view().transcript().say("there is no editor in plain mode");
  }

  @Override
  public void changePassword() {
    chat.view().transcript().say("passwords are changed without --plain only");
  }

  @Override
  public void passphrase(boolean fresh, Consumer<String> then) {
    chat.view()
        .transcript()
        .say(
            "in plain mode the passphrase comes from PARLEY_PASSPHRASE_FILE, or PARLEY_PASSPHRASE");
  }

  private void passOn() throws InterruptedException {
    while (!chat.ending().isDone()) {
      Optional<String> line = lines.poll(LOOK, TimeUnit.MILLISECONDS);
      if (line == null) {
        continue;
      }
      if (line.isEmpty()) {
        return;
      }
      String typed = line.get();
      CompletableFuture<?> done =
          chat.onLoop(() -> {
            chat.onTyped(typed);
            return true;
          });
      done.join();
    }
  }

  private void readAll() {
    try {
      Optional<String> line = questions.ask("");
      while (line.isPresent()) {
        lines.put(line);
        line = questions.ask("");
      }
      lines.put(Optional.empty());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void awaitStored() {
    long until = System.nanoTime() + STORED.toNanos();
    while (chat.onLoop(chat::unsent).join() > 0 && System.nanoTime() < until) {
      try {
        Thread.sleep(LOOK);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
