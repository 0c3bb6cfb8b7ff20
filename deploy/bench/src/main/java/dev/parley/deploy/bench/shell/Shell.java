package dev.parley.deploy.bench.shell;

import dev.parley.deploy.bench.session.ConnectionLostException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.client.channel.ChannelShell;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.future.CloseFuture;
import org.apache.sshd.common.future.SshFutureListener;

/// One logged-in shell on a pty. Methods that wait are for virtual threads.
public final class Shell {
  private static final Duration STEP_LIMIT = Duration.ofSeconds(30);
  private static final String TERMINAL = "xterm-256color";
  private static final int COLUMNS = 200;
  private static final int LINES = 50;
  private static final String WELCOME = "welcome to Parley";

  private final ClientSession session;
  private final ChannelShell channel;
  private final Screen screen;
  private final OutputStream keys;

  private Shell(ClientSession session, ChannelShell channel, Screen screen, OutputStream keys) {
    this.session = session;
    this.channel = channel;
    this.screen = screen;
    this.keys = keys;
  }

  /// Logs in and asks for a shell; waits until that says welcome.
  ///
  /// @param session connected
  /// @param password of its user
  /// @throws IOException if the door will not have it, or does not answer in time
  static Shell open(ClientSession session, String password) throws IOException {
    session.addPasswordIdentity(password);
    session.auth().verify(STEP_LIMIT);
    Screen screen = new Screen();
    CompletableFuture<Void> welcomed = screen.await(WELCOME);
    ChannelShell channel = session.createShellChannel();
    channel.setPtyType(TERMINAL);
    channel.setPtyColumns(COLUMNS);
    channel.setPtyLines(LINES);
    channel.setOut(screen);
    channel.setErr(screen);
    channel.open().verify(STEP_LIMIT);
    Shell shell = new Shell(session, channel, screen, channel.getInvertedIn());
    SshFutureListener<CloseFuture> onClosed =
        _ -> screen.fail(new ConnectionLostException("the shell is closed"));
    channel.addCloseFutureListener(onClosed);
    welcomed.orTimeout(STEP_LIMIT.toSeconds(), TimeUnit.SECONDS).join();
    return shell;
  }

  /// Types a line, and ends it.
  ///
  /// @param line in ASCII
  /// @throws IOException if the door takes nothing any more
  public void type(String line) throws IOException {
    keys.write((line + "\r").getBytes(StandardCharsets.US_ASCII));
    keys.flush();
  }

  /// Waits for a text in what is printed from now on.
  ///
  /// @param text in ASCII
  /// @return completes on a thread of the transport; fails if the shell ends
  public CompletableFuture<Void> await(String text) {
    return screen.await(text);
  }

  /// {@return whether the shell is there}
  public boolean isOpen() {
    return channel.isOpen() && session.isOpen();
  }
}
