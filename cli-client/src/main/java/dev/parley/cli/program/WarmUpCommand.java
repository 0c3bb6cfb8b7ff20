package dev.parley.cli.program;

import dev.parley.cli.config.Places;
import dev.parley.cli.config.TokenFile;
import dev.parley.cli.rehearsal.RehearsalDoor;
import dev.parley.cli.rehearsal.TypedKeys;
import dev.parley.cli.session.Account;
import dev.parley.cli.trust.KnownServers;
import dev.parley.cli.trust.Trust;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

/// `parley warm-up`: chats with itself from the kept session to /logout, for the JVM to note which
/// classes that needs (`-XX:AOTCacheOutput`). Nobody outside of this process hears of it.
@Command(name = "warm-up", hidden = true)
final class WarmUpCommand implements Callable<Integer> {

  private static final long LIMIT = 30;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("parley-warm-up-");
    var keys = new TypedKeys();
    try (var door = new RehearsalDoor(keys)) {
      var places = new Places(folder, folder, folder);
      new TokenFile(places, door.server()).write(new Account(RehearsalDoor.USER, "token"));
      var site = new Site(places, true, true, () -> terminal(keys));
      int code =
          CompletableFuture.supplyAsync(() -> chat(site, door), Thread::startVirtualThread)
              .get(LIMIT, TimeUnit.SECONDS);
      greetOverTls(places, door);
      return code;
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("the rehearsal was not finished", e);
    } finally {
      delete(folder);
    }
  }

  private static int chat(Site site, RehearsalDoor door) {
    String server = "ws://" + door.server();
    ParseResult parsed =
        ParleyCommand.commandLine()
            .parseArgs("chat", "--server", server, "--user", RehearsalDoor.USER);
    ChatCommand chat = (ChatCommand) parsed.subcommand().commandSpec().userObject();
    return chat.chat(site);
  }

  private static Terminal terminal(TypedKeys keys) throws IOException {
    return TerminalBuilder.builder()
        .name("parley")
        .streams(keys, new ByteArrayOutputStream())
        .type("xterm-256color")
        .encoding(StandardCharsets.UTF_8)
        .build();
  }

  /// The door closes at once; by then a client has loaded most of what TLS needs.
  private static void greetOverTls(Places places, RehearsalDoor door)
      throws InterruptedException, TimeoutException {
    var known = new KnownServers(places.knownServers());
    HttpClient http =
        HttpClient.newBuilder().sslContext(Trust.context(known, door.server())).build();
    try {
      http.newWebSocketBuilder()
          .buildAsync(URI.create("wss://" + door.server() + "/ws"), new WebSocket.Listener() {})
          .get(LIMIT, TimeUnit.SECONDS)
          .abort();
    } catch (ExecutionException _) {
      // As expected.
    } finally {
      // Not close(), which waits without a limit, sometimes for a greeting that was cut off.
      http.shutdownNow();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    }
  }
}
