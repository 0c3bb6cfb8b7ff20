package dev.parley.deploy.local.canary;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The `tcp` or the `tls` door.
///
/// @param name of the door
/// @param sockets makes a socket that is not connected yet
/// @param address where it is
record LineCanaryDoor(String name, SocketMaker sockets, InetSocketAddress address)
    implements CanaryDoor {
  /// Makes sockets.
  @FunctionalInterface
  interface SocketMaker {
    Socket make() throws IOException;
  }

  @Override
  public Visit visit(CanaryAccount account, String text) {
    long start = System.nanoTime();
    Line line = new Line();
    try {
      line.open();
      line.must("login " + account.name() + " " + account.password() + " takeover");
      long sent = System.nanoTime();
      line.must("message " + account.name() + " " + text);
      return new Visit(sent - start, System.nanoTime() - sent, line::close);
    } catch (IOException e) {
      line.close();
      throw new CanaryException("the connection broke", e);
    } catch (CanaryException e) {
      line.close();
      throw e;
    }
  }

  /// Makes the account, unless it is there.
  ///
  /// @throws CanaryException if the server refuses for another reason than that it is there
  void register(CanaryAccount account) {
    Line line = new Line();
    try {
      line.open();
      String answer = line.ask("register " + account.name() + " " + account.password());
      if (answer.startsWith("-err registration_closed")) {
        // It may have been made before that.
        answer = line.ask("login " + account.name() + " " + account.password() + " takeover");
      }
      if (!answer.startsWith("+ok ") && !answer.startsWith("-err name_taken")) {
        throw new CanaryException("no account was made: " + answer);
      }
    } catch (IOException e) {
      throw new CanaryException("the connection broke", e);
    } finally {
      line.close();
    }
  }

  private final class Line {
    private @Nullable Socket socket;
    private @Nullable BufferedReader in;
    private @Nullable OutputStream out;

    void open() throws IOException {
      Socket opened = sockets.make();
      socket = opened;
      opened.setSoTimeout(Math.toIntExact(LIMIT.toMillis()));
      opened.setTcpNoDelay(true);
      opened.connect(address, Math.toIntExact(LIMIT.toMillis()));
      in =
          new BufferedReader(
              new InputStreamReader(opened.getInputStream(), StandardCharsets.UTF_8));
      out = opened.getOutputStream();
    }

    void must(String command) throws IOException {
      String answer = ask(command);
      if (!answer.startsWith("+ok ")) {
        throw new CanaryException(answer);
      }
    }

    /// {@return the answer; what happens meanwhile is passed over}
    String ask(String command) throws IOException {
      if (in == null || out == null) {
        throw new IOException("not connected");
      }
      out.write((command + "\n").getBytes(StandardCharsets.UTF_8));
      for (String answer = in.readLine(); answer != null; answer = in.readLine()) {
        if (answer.startsWith("+") || answer.startsWith("-")) {
          return answer;
        }
      }
      throw new IOException("closed by the server");
    }

    void close() {
      try {
        if (socket != null) {
          if (out != null) {
            out.write("logout\n".getBytes(StandardCharsets.UTF_8));
          }
          socket.close();
        }
      } catch (IOException e) {
        // It was closed by the server: that is what was wanted.
      }
    }
  }
}
