package dev.parley.deploy.browser;

import static dev.parley.deploy.browser.ChatPage.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.deploy.acceptance.frame.FrameProgram;
import dev.parley.deploy.acceptance.frame.FrameTalk;
import dev.parley.deploy.acceptance.stack.ParleyStack;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A browser and a terminal client write to each other what the server cannot read.
@InBrowser
final class TerminalIT {

  @TempDir private Path home;

  @Test
  void readsWhatTheOtherHasSealed(Visitors visitors, ParleyStack stack) {
    // Given
    ChatPage alice = visitors.register("alice");
    ChatPage bob = visitors.register("bob");
    alice.makeKeys();
    bob.signOut();
    try (FrameProgram client = client(stack)) {
      FrameTalk terminal = client.talk();
      terminal.ask("login", Map.of("user", bob.handle(), "password", bob.password()));
      assertThat(terminal.ask("makeKeys", Map.of()).path("state").asText()).isEqualTo("active");

      // When
      alice.openConversation("@" + bob.handle());
      alice.say("from the browser");
      terminal.ask(
          "send",
          Map.of("to", "@" + alice.handle(), "text", "from the terminal", "clientId", "t-1"));

      // Then
      eventually(alice.message("from the terminal")).isVisible();
      eventually(alice.button("Encrypted")).isVisible();
      JsonNode page = terminal.ask("history", Map.of("conversation", "@" + alice.handle()));
      assertThat(page.path("messages"))
          .extracting(row -> row.path("text").asText() + ", " + row.path("sealed").asText())
          .containsExactly("from the browser, open", "from the terminal, open");

      // When
      JsonNode seen = terminal.ask("encryption", Map.of("user", alice.handle()));
      alice.button("Encrypted").click();

      // Then
      eventually(alice.page().getByTestId("safety-number"))
          .hasText(seen.path("safetyNumber").asText());
    }
  }

  private FrameProgram client(ParleyStack stack) {
    Path jar =
        Path.of(System.getProperty("parley.root"))
            .resolve("cli-client/target/cli/lib/parley-cli.jar");
    return FrameProgram.start(
        List.of(
            ProcessHandle.current().info().command().orElse("java"),
            "-jar",
            jar.toString(),
            "chat",
            "--json",
            "--server",
            stack.frames().toString()),
        Map.of(
            "HOME", home.toString(),
            "XDG_CONFIG_HOME", home.resolve("config").toString(),
            "XDG_STATE_HOME", home.resolve("state").toString(),
            "XDG_DATA_HOME", home.resolve("data").toString(),
            "PARLEY_PASSPHRASE", "correct horse"));
  }
}
