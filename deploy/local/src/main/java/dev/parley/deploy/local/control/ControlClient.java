package dev.parley.deploy.local.control;

import dev.parley.deploy.local.console.TroubleException;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// Asks a running stack to do something.
public final class ControlClient {

  private final Path socket;

  /// Names the stack.
  ///
  /// @param socket path of its socket, from its state
  public ControlClient(Path socket) {
    this.socket = socket;
  }

  /// Sends a request and waits until it is done, for as long as that takes.
  ///
  /// @param request one line
  /// @throws TroubleException if the stack cannot do it or cannot be reached
  public void ask(String request) {
    List<String> reply;
    try (var channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
      channel.write(ByteBuffer.wrap((request + "\n").getBytes(StandardCharsets.UTF_8)));
      var reader = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8));
      reply = reader.lines().toList();
    } catch (IOException e) {
      throw new TroubleException(
          "the running stack does not answer on " + socket + ": " + e.getMessage(),
          "see whether it still runs with ./parley status");
    }
    if (!reply.equals(List.of("ok"))) {
      throw refused(reply);
    }
  }

  private static TroubleException refused(List<String> reply) {
    return reply.size() == 3
        ? new TroubleException(reply.get(1).replace("\\n", "\n"), reply.get(2))
        : new TroubleException("the stack ended while it was at it", "see ./parley status");
  }
}
