package dev.parley.gateway.door.ssh.shell;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.delivery.ConversationSummary;
import dev.parley.gateway.door.CloseReason;
import dev.parley.gateway.door.EntryChunk;
import dev.parley.gateway.door.Event;
import dev.parley.gateway.door.Reader;
import dev.parley.gateway.door.Reply;
import dev.parley.gateway.door.ssh.Face;
import dev.parley.gateway.door.ssh.PlainShell;
import dev.parley.gateway.door.ssh.SerialTasks;
import dev.parley.gateway.door.ssh.SshChannel;
import dev.parley.gateway.door.ssh.SshClient;
import dev.parley.gateway.door.ssh.SshConnection;
import dev.parley.gateway.request.AccountRequest;
import dev.parley.gateway.request.MessageRequest;
import dev.parley.gateway.request.Request;
import io.quarkus.logging.Log;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jline.reader.EndOfFileException;
import org.jline.reader.UserInterruptException;

/// One person at a terminal: what is typed becomes requests, what happens is printed above the line
/// that is being typed.
///
/// Belongs to the connection's event loop, but for the editor: that waits for keys on a virtual
/// thread of its own, and takes no further line while reading is paused. Keys and prints wait in
/// order on virtual threads too; keys are bounded by the channel's window and by what one line may
/// have, prints by the connection's queue.
final class TerminalShell implements Face, SshChannel.Input {
  private static final Duration DIGEST = Duration.ofSeconds(2);
  private static final long ANSWER_SECONDS = 30;
  private static final int MAX_TYPED = 64 * 1024;
  private static final String WELCOME =
      "welcome to Parley; /help lists the commands, /to @user or #group opens a talk";

  private final SshClient client;
  private final SshConnection connection;
  private final SshChannel channel;
  private final HumanText text;
  private final Names names = new Names();
  private final Arrivals arrivals = new Arrivals();
  private final Deque<Consumer<Reply>> answers = new ArrayDeque<>(2);
  private final SerialTasks keys = new SerialTasks();
  private final SerialTasks prints = new SerialTasks();
  private final AtomicInteger typed = new AtomicInteger();
  private final CompletableFuture<Editor> editor = new CompletableFuture<>();
  private volatile CompletableFuture<Void> mayRead = CompletableFuture.completedFuture(null);

  TerminalShell(SshClient client, SshChannel channel) {
    this.client = client;
    this.connection = client.connection();
    this.channel = channel;
    this.text = HumanText.of(TerminalType.wantsColours(channel.environment()));
  }

  void start() {
    connection.face(this);
    connection.output(this::print);
    connection.reading(this::pause);
    channel.input(this);
    channel.onResize(() -> keys.execute(() -> editor.join().resize()));
    Thread.ofVirtual().name("ssh-shell").start(this::run);
  }

  private void run() {
    try {
      Editor opened = new Editor(channel, names);
      editor.complete(opened);
      if (enter(opened)) {
        chat(opened);
      }
    } catch (EndOfFileException e) {
      leave();
    } catch (IOException | RuntimeException e) {
      Log.debugf("shell ends connection=%s cause=%s", connection.id(), e.toString());
      editor.completeExceptionally(e);
      leave();
    }
  }

  /// {@return whether there is a session now}
  private boolean enter(Editor opened) {
    Reply reply = ask(new AccountRequest.Enter(false)).join();
    if (reply instanceof Reply.Failed failed && failed.code() == ErrorCode.ALREADY_LOGGED_IN) {
      opened.print(failed.message() + "\n");
      if (!opened.agrees("End that session? [y/N] ")) {
        onLoop(() -> connection.close(CloseReason.REFUSED));
        return false;
      }
      reply = ask(new AccountRequest.Enter(true)).join();
    }
    if (reply instanceof Reply.Failed failed) {
      onLoop(() -> {
        show(text.reply(failed));
        connection.close(CloseReason.REFUSED);
      });
      return false;
    }
    return true;
  }

  private void chat(Editor opened) {
    onLoop(() -> {
      tell(new Event.Notice("greeting", WELCOME));
      send(new MessageRequest.Conversations(), this::hear);
    });
    boolean goesOn = true;
    while (goesOn) {
      mayRead.join();
      try {
        Typed line = opened.readLine();
        typed.set(0);
        goesOn = go(line);
      } catch (UserInterruptException e) {
        // Ctrl+C clears the line.
        typed.set(0);
      }
    }
  }

  /// {@return whether the editor is wanted any further}
  private boolean go(Typed line) {
    return switch (line) {
      case Typed.Nothing() -> true;
      case Typed.Word(String said) -> {
        onLoop(() -> show(said));
        yield true;
      }
      case Typed.Plain() -> {
        onLoop(() -> PlainShell.goOn(client, channel));
        yield false;
      }
      case Typed.Ask(Request request) -> {
        onLoop(() -> send(request, reply -> show(text.reply(reply))));
        yield !(request instanceof AccountRequest.Logout);
      }
    };
  }

  private CompletableFuture<Reply> ask(Request request) {
    CompletableFuture<Reply> answer = new CompletableFuture<>();
    onLoop(() -> send(request, answer::complete));
    return answer.orTimeout(ANSWER_SECONDS, TimeUnit.SECONDS);
  }

  private void send(Request request, Consumer<Reply> onReply) {
    answers.add(onReply);
    client.pipeline().onRequest(request);
  }

  private void leave() {
    onLoop(() -> client.pipeline().onEndOfRequests(CloseReason.LOGOUT));
  }

  @Override
  public void reply(Reply reply) {
    Consumer<Reply> answer = answers.poll();
    if (answer != null) {
      answer.accept(reply);
    }
  }

  @Override
  public void tell(Event event) {
    switch (event) {
      case Event.Came(String account) -> digest(arrivals.came(account), account);
      case Event.Went(String account) -> digest(arrivals.went(account), account);
      case Event.Offline _, Event.Notice _, Event.FileOffered _ -> show(text.event(event));
      case Event.Away _, Event.Typing _ -> {}
    }
  }

  @Override
  public void entries(EntryChunk entries, Reader reader) {
    for (Entry entry : entries.entries()) {
      names.heard("@" + entry.author());
    }
    names.heard(HumanText.target(entries.conversation(), reader.account()));
    entries.encode(text, reader, connection::show);
  }

  @Override
  public void onBytes(byte[] bytes, Runnable taken) {
    if (typed.addAndGet(bytes.length) > MAX_TYPED) {
      taken.run();
      return;
    }
    keys.execute(() -> {
      editor.join().type(bytes);
      taken.run();
    });
  }

  @Override
  public void onEnd() {
    editor.thenAccept(opened -> keys.execute(opened::close));
  }

  private void digest(boolean first, String account) {
    names.heard("@" + account);
    if (first) {
      connection.after(DIGEST, () -> show(text.arrivals(arrivals.tell())));
    }
  }

  private void hear(Reply reply) {
    if (reply instanceof Reply.Conversations(String reader, var conversations, _)) {
      conversations.stream()
          .map(ConversationSummary::conversation)
          .forEach(id -> names.heard(HumanText.target(id, reader)));
    }
  }

  private void show(String lines) {
    connection.show(lines.getBytes(StandardCharsets.UTF_8));
  }

  private void print(byte[] lines, Consumer<Boolean> written) {
    prints.execute(() -> {
      boolean printed =
          editor
              .thenApply(opened -> opened.printAbove(new String(lines, StandardCharsets.UTF_8)))
              .exceptionally(_ -> false)
              .join();
      onLoop(() -> written.accept(printed));
    });
  }

  private void pause(boolean paused) {
    if (paused) {
      mayRead = new CompletableFuture<>();
    } else {
      mayRead.complete(null);
    }
  }

  private void onLoop(Runnable task) {
    connection.loop().execute(task);
  }
}
