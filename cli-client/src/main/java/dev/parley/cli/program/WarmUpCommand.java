package dev.parley.cli.program;

import dev.parley.cli.config.Places;
import dev.parley.cli.config.Settings;
import dev.parley.cli.connection.LinkConfig;
import dev.parley.cli.connection.Loop;
import dev.parley.cli.encryption.KeyPlaces;
import dev.parley.cli.screen.TerminalChat;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import picocli.CommandLine.Command;

/// `parley warm-up`: uses what a chat uses, for the JVM to note which classes it will need
/// (`-XX:AOTCacheOutput`). Talks to nobody: the port it connects to is closed.
@Command(name = "warm-up", hidden = true)
final class WarmUpCommand implements Callable<Integer> {

  private static final URI NOBODY = URI.create("ws://127.0.0.1:1/ws");
  private static final byte[] TYPED = "hello\n".getBytes(StandardCharsets.UTF_8);

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("parley-warm-up-");
    var places = new Places(folder, folder, folder);
    try (Loop loop = new Loop(_ -> {});
        Terminal terminal =
            TerminalBuilder.builder()
                .streams(new ByteArrayInputStream(TYPED), new ByteArrayOutputStream())
                .type("xterm-256color")
                .build()) {
      Settings settings = Settings.read(places.settings());
      var chat =
          new TerminalChat(
              terminal,
              loop,
              LinkConfig.usual(NOBODY, null),
              settings,
              places,
              new KeyPlaces(places, "nobody", Optional.empty()));
      CompletableFuture.supplyAsync(() -> chat.session().open(), loop)
          .thenCompose(opened -> opened)
          .get(Duration.ofSeconds(5).toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException _) {
      // Nobody is there, as expected.
    } finally {
      Files.deleteIfExists(places.history());
      Files.deleteIfExists(folder);
    }
    return ExitCode.OK;
  }
}
