package dev.parley.deploy.acceptance.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.parley.deploy.acceptance.people.OnParley;
import dev.parley.deploy.acceptance.stack.ParleyStack;
import dev.parley.deploy.acceptance.stack.RunningProcess;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Case C5: what stands around the services on one machine, and who gets at it.
@OnParley
class SurroundingsIT {
  private static final int LIMIT_MILLIS = 2_000;

  /// Nothing listens where another machine could reach it: not the log, not the database, no
  /// metrics, and the doors neither, until `--listen` says so.
  @Test
  void listensOnLoopbackOnly(ParleyStack stack) throws SocketException {
    List<InetAddress> addresses =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
            .toList();
    assumeThat(addresses).as("addresses of this machine beside loopback").isNotEmpty();
    Map<String, Integer> ports = new java.util.TreeMap<>();
    for (RunningProcess process : stack.status().processes()) {
      process.ports().forEach((name, port) -> ports.put(process.name() + " " + name, port));
    }

    assertThat(ports).containsKeys("kafka broker", "postgres database", "gateway-1 tcp");
    ports.forEach((name, port) -> {
      assertThat(port).as(name).isPositive();
      addresses.forEach(address ->
          assertThatThrownBy(() -> connect(address, port))
              .as("%s at %s:%d", name, address, port)
              .isInstanceOf(IOException.class));
    });
  }

  private static void connect(InetAddress address, int port) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, port), LIMIT_MILLIS);
    }
  }

  /// Whoever else has an account on the machine reads neither data nor secrets.
  @Test
  void keepsItsFilesToItself(ParleyStack stack) throws IOException {
    for (String folder : List.of("", "data", "data/tokens", "data/tls", "data/ssh")) {
      assertThat(mode(stack.home().resolve(folder))).as(folder).isEqualTo("rwx------");
    }
    List<Path> secrets;
    try (Stream<Path> files = Files.walk(stack.home().resolve("data"), 2)) {
      secrets =
          files
              .filter(file ->
                  file.toString().matches(".*(secrets\\.properties|\\.jwk|key\\.pem|host_ed25519)"))
              .toList();
    }
    assertThat(secrets)
        .hasSizeGreaterThanOrEqualTo(5)
        .allSatisfy(file -> assertThat(mode(file)).isEqualTo("rw-------"));
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
