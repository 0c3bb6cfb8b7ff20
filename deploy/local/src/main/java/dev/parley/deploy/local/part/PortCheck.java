package dev.parley.deploy.local.part;

import dev.parley.deploy.local.console.TroubleException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/// Finds out whether a port can be listened on, before a service finds out the hard way.
public final class PortCheck {

  private PortCheck() {}

  /// Tries a port.
  ///
  /// @param port named in the message
  /// @param number its number
  /// @param address where it will listen
  /// @throws TroubleException if another process listens there
  public static void requireFree(Port port, int number, String address) {
    try (var socket = new ServerSocket()) {
      // As the services do: what a closed connection leaves behind does not count.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(address), number));
    } catch (IOException e) {
      throw new TroubleException(
          "port "
              + number
              + " ("
              + port.label()
              + ") on "
              + address
              + " is not free: "
              + e.getMessage(),
          "stop what listens there (lsof -i :"
              + number
              + "), set another one (--port "
              + port.label()
              + "=NUMBER), or shift all of them (--port-offset 100)");
    }
  }
}
