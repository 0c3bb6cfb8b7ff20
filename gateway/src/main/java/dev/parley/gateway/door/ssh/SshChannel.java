package dev.parley.gateway.door.ssh;

import io.quarkus.logging.Log;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.apache.sshd.common.io.IoInputStream;
import org.apache.sshd.common.io.IoOutputStream;
import org.apache.sshd.common.io.IoWriteFuture;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.Signal;
import org.apache.sshd.server.channel.ChannelDataReceiver;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.channel.ChannelSessionAware;
import org.apache.sshd.server.command.AsyncCommand;
import org.jspecify.annotations.Nullable;

/// The channel of one connection, over which a shell or a command talks.
///
/// What the client sends comes to an [Input] on the event loop, and the client may send more when
/// that has taken it: at most a window of 64 KiB waits. What is written leaves in order, each piece
/// after the one before.
public final class SshChannel implements AsyncCommand, ChannelSessionAware, ChannelDataReceiver {
  private static final long LOOK_MILLIS = 1_000;

  /// Takes what the client sends.
  public interface Input {
    /// Takes bytes; on the event loop.
    ///
    /// @param bytes what was sent
    /// @param taken to be called, on any thread, when they cost nothing any more
    void onBytes(byte[] bytes, Runnable taken);

    /// The client sends nothing more; on the event loop.
    void onEnd();
  }

  private final SshClient client;
  private final @Nullable String command;
  private final SerialTasks writes = new SerialTasks();
  private @Nullable ChannelSession channel;
  private @Nullable Environment environment;
  private @Nullable IoOutputStream output;
  private @Nullable IoOutputStream errors;
  private @Nullable ExitCallback onExit;
  private @Nullable Input input;
  private boolean ended;

  /// @param command what is to be done, or `null` for a shell
  SshChannel(SshClient client, @Nullable String command) {
    this.client = client;
    this.command = command;
  }

  /// {@return variables that the client has sent, and the size of its window}
  public Map<String, String> environment() {
    return Objects.requireNonNull(environment, "started").getEnv();
  }

  /// {@return whether the client has a terminal, of whatever kind}
  boolean hasTerminal() {
    return environment().containsKey(Environment.ENV_COLUMNS);
  }

  /// Tells when the client's window has another size; on a thread of the transport.
  ///
  /// @param task what is to be done then
  public void onResize(Runnable task) {
    Objects.requireNonNull(environment, "started")
        .addSignalListener((_, _) -> task.run(), Signal.WINCH);
  }

  /// Says who takes what the client sends; on the event loop, before anything is asked for.
  ///
  /// @param taker takes it
  public void input(Input taker) {
    this.input = taker;
  }

  /// Writes to the client. On any thread.
  ///
  /// @param bytes what
  /// @param written told on the event loop whether they have left
  public void write(byte[] bytes, Consumer<Boolean> written) {
    writes.execute(() -> {
      boolean left = writeNow(output, bytes);
      loop().execute(() -> written.accept(left));
    });
  }

  /// Writes to the client's error stream. On any thread.
  ///
  /// @param bytes what
  public void writeError(byte[] bytes) {
    writes.execute(() -> writeNow(errors, bytes));
  }

  /// Writes to the client and waits until that has left. On a virtual thread, by one writer.
  ///
  /// @param bytes what
  /// @throws IOException if they cannot leave
  public void writeAndWait(byte[] bytes) throws IOException {
    if (!writeNow(output, bytes)) {
      throw new IOException("the client is gone");
    }
  }

  /// Ends the channel after what was written.
  ///
  /// @param status 0 if all went well
  void exit(int status) {
    writes.execute(() -> Objects.requireNonNull(onExit, "started").onExit(status));
  }

  @Override
  public void setChannelSession(ChannelSession session) {
    this.channel = session;
    session.setDataReceiver(this);
  }

  @Override
  public void start(ChannelSession session, Environment env) {
    this.environment = env;
    loop().execute(() -> client.onChannel(this, command));
  }

  @Override
  public void destroy(ChannelSession session) {
    boolean inOrder = session.getSession().isOpen();
    loop().execute(() -> client.onChannelClosed(inOrder));
  }

  @Override
  public int data(ChannelSession session, byte[] buffer, int start, int length) {
    byte[] bytes = Arrays.copyOfRange(buffer, start, start + length);
    loop()
        .execute(() -> {
          if (input != null) {
            input.onBytes(bytes, () -> release(length));
          }
        });
    return 0;
  }

  @Override
  public void close() {
    loop()
        .execute(() -> {
          if (!ended && input != null) {
            ended = true;
            input.onEnd();
          }
        });
  }

  @Override
  public void setIoInputStream(IoInputStream in) {}

  @Override
  public void setIoOutputStream(IoOutputStream out) {
    this.output = out;
  }

  @Override
  public void setIoErrorStream(IoOutputStream err) {
    this.errors = err;
  }

  @Override
  public void setInputStream(InputStream in) {}

  @Override
  public void setOutputStream(OutputStream out) {}

  @Override
  public void setErrorStream(OutputStream err) {}

  @Override
  public void setExitCallback(ExitCallback callback) {
    this.onExit = callback;
  }

  private Executor loop() {
    return client.connection().loop();
  }

  private void release(int length) {
    try {
      Objects.requireNonNull(channel, "started").getLocalWindow().release(length);
    } catch (IOException e) {
      Log.debugf("window not opened cause=%s", e.toString());
    }
  }

  private boolean writeNow(@Nullable IoOutputStream stream, byte[] bytes) {
    try {
      if (bytes.length == 0) {
        return true;
      }
      if (stream == null || stream.isClosing()) {
        return false;
      }
      IoWriteFuture future = stream.writeBuffer(new ByteArrayBuffer(bytes));
      while (!future.awaitUninterruptibly(LOOK_MILLIS)) {
        if (stream.isClosing()) {
          return false;
        }
      }
      return future.isWritten();
    } catch (IOException e) {
      Log.debugf("not written cause=%s", e.toString());
      return false;
    }
  }
}
