package dev.parley.deploy.local.admin;

import dev.parley.deploy.local.console.TroubleException;
import dev.parley.deploy.local.home.Home;
import dev.parley.deploy.local.state.RunState;
import dev.parley.deploy.local.state.StateFile;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which gateway to call, and as whom.
final class AdminServer {
  @Option(
      names = "--server",
      paramLabel = "URL",
      description = "Address of the web page; else the stack on this machine.")
  private @Nullable URI server;

  @Option(
      names = "--user",
      paramLabel = "NAME",
      description =
          "Administrator to log in as; the password is asked for, or read from the variable"
              + " PARLEY_PASSWORD. On the server's machine nobody needs to.")
  private @Nullable String user;

  @Option(
      names = "--certificate",
      paramLabel = "FILE",
      description = "Certificate (PEM) of a server that signs its own.")
  private @Nullable Path certificate;

  AdminClient connect() {
    if (user != null) {
      URI address = server == null ? local() : server;
      requirePrivacy(address);
      HttpClient http = Certificates.client(certificate);
      String token = AdminClient.logIn(http, address, user, password());
      return new AdminClient(http, address, () -> token);
    }
    if (server != null) {
      throw new TroubleException(
          "--server needs to know who calls", "add --user NAME of an administrator");
    }
    Home home = Home.of(System.getenv());
    Path key = home.data(state().loadTest()).resolve("tokens").resolve("token.jwk");
    // A fresh one for each call: an import may take longer than a token lives.
    return new AdminClient(
        Certificates.client(null), local(), () -> ConsoleToken.sign(key, Instant.now()));
  }

  private static URI local() {
    return URI.create(Objects.requireNonNull(state().doors().get("web")));
  }

  private static RunState state() {
    return new StateFile(Home.of(System.getenv()))
        .read()
        .filter(recorded -> recorded.supervisor().find().isPresent())
        .orElseThrow(() ->
            new TroubleException(
                "no stack is running here",
                "start one with ./parley up, or name another: --server URL --user NAME"));
  }

  /// A password goes over https, or not beyond this machine.
  private static void requirePrivacy(URI address) {
    String host = String.valueOf(address.getHost());
    boolean here = List.of("localhost", "127.0.0.1", "[::1]").contains(host);
    if (!"https".equals(address.getScheme()) && !here) {
      throw new TroubleException(
          "a password sent to " + address + " could be read on its way",
          "use https, such as --server https://" + host + ":8443");
    }
  }

  @SuppressWarnings("SystemConsoleNull") // null with -Djdk.console=java.base, as the launcher runs
  private static String password() {
    String given = System.getenv("PARLEY_PASSWORD");
    if (given != null) {
      return given;
    }
    var console = System.console();
    char[] typed = console == null ? null : console.readPassword("password: ");
    if (typed == null) {
      throw new TroubleException(
          "there is no terminal to ask for the password",
          "set the variable PARLEY_PASSWORD for this command");
    }
    return new String(typed);
  }
}
