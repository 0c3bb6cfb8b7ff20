package dev.parley.deploy.local.part;

import dev.parley.deploy.local.console.TroubleException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;

/// Finds out whether a port can be listened on, before a service finds out the hard way.
public final class PortCheck {

  private PortCheck() {}

  /// Tries a port.
  ///
  /// @param port named in the message
  /// @param number its number
  /// @param address where it will listen
  /// @throws TroubleException if another process listens there, or nobody can
  public static void requireFree(Port port, int number, String address) {
    InetAddress here = ofThisMachine(address);
    try (var socket = new ServerSocket()) {
      // As the services do: what a closed connection leaves behind does not count.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(here, number));
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

  private static InetAddress ofThisMachine(String address) {
    try {
      InetAddress found = InetAddress.getByName(address);
      if (found.isAnyLocalAddress()
          || found.isLoopbackAddress()
          || NetworkInterface.getByInetAddress(found) != null) {
        return found;
      }
    } catch (IOException _) {
      // A name that nobody knows is no address of this machine either.
    }
    throw new TroubleException(
        "this machine does not have the address " + address,
        "listen on one that it has, such as --listen 127.0.0.1, or on all: --listen 0.0.0.0");
  }
}
