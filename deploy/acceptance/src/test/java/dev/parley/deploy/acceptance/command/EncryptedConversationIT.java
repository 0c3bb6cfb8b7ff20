package dev.parley.deploy.acceptance.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.deploy.acceptance.frame.FrameClient;
import dev.parley.deploy.acceptance.people.OnParley;
import dev.parley.deploy.acceptance.people.People;
import dev.parley.deploy.acceptance.people.Person;
import dev.parley.deploy.acceptance.program.Outcome;
import dev.parley.deploy.acceptance.ssh.Needs;
import dev.parley.deploy.acceptance.ssh.OpenSsh;
import dev.parley.deploy.acceptance.ssh.SshShell;
import dev.parley.deploy.acceptance.stack.Doors;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What doors without keys do with a conversation that is encrypted. What is sealed is opaque to
/// the server, so any envelope will do here.
@OnParley
class EncryptedConversationIT {
  private static final String SEALED = "parley-sealed-1:c2VhbGVk";

  @TempDir private Path folder;

  @Test
  void isShownAsAMarkAndTakesNoClearTextFromTheLineDoor(People people, Doors stack) {
    // Given
    Person bob = people.online("bob");
    String alice = People.unique("alice");
    try (FrameClient browser = FrameClient.open(stack.frames())) {
      encrypt(browser, alice, bob);

      // When
      send(browser, bob, SEALED);

      // Then
      bob.awaitMessage("[encrypted]");
      assertThat(bob.client().events())
          .anyMatch(event ->
              event.line().startsWith("* encryption @" + alice + " 1 ")
                  && event.line().endsWith(" " + alice + " on"));
      assertThat(bob.ask("message " + alice + " hi").code()).isEqualTo("encrypted");
      assertThat(bob.ask("file " + alice + " cat.png 5").code()).isEqualTo("encrypted");
      assertThat(bob.must("history @" + alice).rows())
          .singleElement()
          .asString()
          .endsWith(" " + alice + " [encrypted]");
      assertThat(bob.must("search hi").rows()).isEmpty();

      // When
      browser.ask(
          "encrypt", Map.of("conversation", "@" + bob, "encrypted", false, "clientId", "switch-2"));

      // Then
      bob.client()
          .awaitEvent(
              "encryption off",
              event -> event.kind().equals("encryption") && event.line().endsWith(" off"));
      assertThat(bob.ask("message " + alice + " hi").isOk()).isTrue();
      assertThat(send(browser, bob, SEALED).path("code").asText()).isEqualTo("not_encrypted");
    }
  }

  @Test
  void takesNoClearAnswersAndEditsFromTheLineDoor(People people, Doors stack) {
    // Given
    Person bob = people.online("bob");
    String alice = People.unique("alice");
    try (FrameClient browser = FrameClient.open(stack.frames())) {
      browser.ask("register", Map.of("user", alice, "password", People.password()));
      long seq = bob.must("message " + alice + " in clear, before").number();

      // When
      browser.ask(
          "encrypt", Map.of("conversation", "@" + bob, "encrypted", true, "clientId", "switch-1"));

      // Then
      bob.client()
          .awaitEvent(
              "encryption on",
              event -> event.kind().equals("encryption") && event.line().endsWith(" on"));
      for (String verb : List.of("reply", "edit")) {
        assertThat(bob.ask(verb + " @" + alice + " " + seq + " after").code())
            .isEqualTo("encrypted");
      }
      assertThat(bob.must("history @" + alice).rows())
          .singleElement()
          .asString()
          .endsWith(" in clear, before");
    }
  }

  @Test
  void takesNoClearTextFromAFrameEither(People people, Doors stack) {
    // Given
    Person bob = people.registered("bob");
    try (FrameClient browser = FrameClient.open(stack.frames())) {
      encrypt(browser, People.unique("alice"), bob);

      // When
      JsonNode clear = send(browser, bob, "hi");
      JsonNode malformed = send(browser, bob, SEALED + "!");

      // Then
      assertThat(clear.path("code").asText()).isEqualTo("encrypted");
      assertThat(malformed.path("code").asText()).isEqualTo("bad_command");
    }
  }

  @Test
  @Needs("ssh")
  void saysSoOverSsh(People people, Doors stack) {
    // Given
    Person bob = people.registered("bob");
    String alice = People.unique("alice");
    OpenSsh ssh = new OpenSsh(stack.sshPort(), folder);
    try (FrameClient browser = FrameClient.open(stack.frames())) {
      browser.ask("register", Map.of("user", alice, "password", People.password()));
      assertThat(ssh.run(bob.account(), "message " + alice + " in clear, before", "").status())
          .isZero();
      browser.ask(
          "encrypt", Map.of("conversation", "@" + bob, "encrypted", true, "clientId", "switch-1"));
      send(browser, bob, SEALED);

      // When
      Outcome command = ssh.run(bob.account(), "message " + alice + " hi", "");

      // Then
      assertThat(command.status()).isEqualTo(1);
      assertThat(command.errors()).startsWith("parley: encrypted this conversation is encrypted");
      for (String other : List.of("file %s cat.png 5", "reply @%s 1 hi", "edit @%s 1 hi")) {
        Outcome refused = ssh.run(bob.account(), other.formatted(alice), "");
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.errors()).startsWith("parley: encrypted this conversation is encrypted");
      }
      try (SshShell shell = ssh.shell(bob.account(), "xterm")) {
        shell.await("\\[encrypted\\]");
        shell.type("/message " + alice + " hi\r");
        shell.await("this conversation is encrypted");
      }
    }
  }

  private static void encrypt(FrameClient browser, String handle, Person other) {
    browser.ask("register", Map.of("user", handle, "password", People.password()));
    JsonNode stored =
        browser.ask(
            "encrypt",
            Map.of("conversation", "@" + other, "encrypted", true, "clientId", "switch-1"));
    assertThat(stored.path("seq").asLong()).isEqualTo(1);
  }

  private static JsonNode send(FrameClient browser, Person to, String text) {
    return browser.ask(
        "send", Map.of("to", "@" + to, "text", text, "clientId", People.unique("m")));
  }
}
