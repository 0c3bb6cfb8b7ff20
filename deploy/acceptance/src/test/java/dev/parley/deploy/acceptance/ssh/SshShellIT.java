package dev.parley.deploy.acceptance.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.deploy.acceptance.frame.FrameClient;
import dev.parley.deploy.acceptance.people.OnParley;
import dev.parley.deploy.acceptance.people.People;
import dev.parley.deploy.acceptance.people.Person;
import dev.parley.deploy.acceptance.stack.Doors;
import dev.parley.deploy.acceptance.traffic.Account;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnParley
@Needs("ssh")
class SshShellIT {
  private static final String CTRL_C = "\u0003";
  private static final String CTRL_D = "\u0004";

  @TempDir private Path folder;
  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open) {
      each.close();
    }
  }

  @Test
  void printsWhatHappensAboveTheLineThatIsTyped(People people, Doors stack) {
    // Given
    Person bob = people.online("bob");
    Person alice = people.registered("alice");
    SshShell shell = shell(stack, alice.account(), "xterm");
    shell.await("> ");

    // When
    shell.type("/to @" + bob + "\rhalf a li");
    shell.await("half a li");
    bob.tell(alice, "are you there?");
    shell.await("are you there\\?");
    shell.type("ne\r");

    // Then
    bob.awaitMessage("half a line");

    // When
    shell.type("never sent" + CTRL_C + "/who\tgone" + CTRL_C + CTRL_D);

    // Then
    assertThat(shell.awaitEnd()).isZero();
    assertThat(bob.unread()).noneMatch(message -> message.text().contains("never"));
  }

  @Test
  void completesCommandsAndNames(People people, Doors stack) {
    // Given
    Person bob = people.online("bob");
    Person alice = people.registered("alice");
    bob.tell(alice, "first");
    SshShell shell = shell(stack, alice.account(), "xterm");
    shell.await("first");

    // When
    shell.type("/mess\t" + bob.handle().substring(0, 2) + "\u0015");
    shell.type("/to @" + bob.handle().substring(0, bob.handle().length() - 1) + "\t\r");
    shell.await("@" + bob + "> ");
    shell.type("by completion\r");

    // Then
    bob.awaitMessage("by completion");
  }

  @Test
  void asksBeforeItEndsASessionElsewhere(People people, Doors stack) {
    // Given
    Person alice = people.online("alice");

    // When
    SshShell shell = shell(stack, alice.account(), "xterm");
    shell.await("logged in elsewhere \\(tcp, since .*\\)");
    shell.await("End that session\\?");
    shell.type("y\r");

    // Then
    alice.client().awaitClose();
    shell.await("welcome to Parley");
  }

  @Test
  void speaksTheLineProtocolWithoutAnEscapeByteToDumbTerminals(People people, Doors stack) {
    // Given
    Person alice = people.registered("alice");
    SshShell dumb = shell(stack, alice.account(), "dumb");
    dumb.await("^\\+ok login " + alice);

    // When
    dumb.type("ping nobpdy\u007f\u007f\u007f\u007f\u007f\u007f" + alice + "\r");
    dumb.await("^\\+ok ping " + alice + " online");
    dumb.type(CTRL_D);

    // Then
    assertThat(dumb.awaitEnd()).isZero();
    assertThat(dumb.seen()).doesNotContain("\u001b");
  }

  @Test
  void letsNoMessageDriveATerminal(People people, Doors stack) {
    // Given
    Person alice = people.registered("alice");
    FrameClient mallory = frames(stack, "mallory");
    SshShell shell = shell(stack, alice.account(), "xterm");
    shell.await("welcome to Parley");
    String hostile =
        "X\u001b]52;c;ZXZpbA==\u0007\u001b]0;owned\u0007\u001b[2J\u001b[31m\u009b2J\u202ecod\u2066.Y";

    // When
    mallory.ask("send", Map.of("to", "@" + alice, "text", hostile, "clientId", "c1"));
    shell.await("X.*Y");

    // Then
    String shown = shell.await("X.*?Y").group();
    assertThat(shown).isEqualTo("X]52;c;ZXZpbA==]0;owned[2J[31m2Jcod.Y");
    assertThat(shell.seen()).doesNotContain("\u001b]", "\u0007", "\u001b[2J", "\u202e", "\u009b");
  }

  @Test
  void givesEveryDoorTheSameNumbers(People people, Doors stack) {
    // Given
    Person line = people.online("line");
    FrameClient frame = frames(stack, "frame");
    Account first = people.registered("first").account();
    Account second = people.registered("second").account();
    String group = People.unique("doors");
    line.must("create group %s %s %s".formatted(group, first.handle(), second.handle()));
    String frameHandle = frame.ask("conversations", Map.of()).path("type").asText();
    assertThat(frameHandle).isEqualTo("ok");
    SshShell plain = shell(stack, first, "");
    SshShell terminal = shell(stack, second, "xterm");
    plain.await("^\\* offline ");
    terminal.await("welcome to Parley");
    line.must("group add " + group + " " + frameName);
    frame.awaitEvent("added");

    // When
    long one = line.tellGroup(group, "from line");
    plain.type("message group " + group + " from plain\n");
    long two = Long.parseLong(plain.await("^\\+ok message #" + group + " (\\d+)").group(1));
    terminal.type("message group " + group + " from terminal\r");
    long three = line.awaitMessage("from terminal").seq();
    JsonNode sent =
        frame.ask("send", Map.of("to", "#" + group, "text", "from frame", "clientId", "c1"));
    long four = sent.path("seq").asLong();

    // Then
    assertThat(line.awaitMessage("from plain").seq()).isEqualTo(two);
    assertThat(line.awaitMessage("from frame").seq()).isEqualTo(four);
    plain.await("^\\* msg #" + group + " " + one + " .* from line$");
    plain.await("^\\* msg #" + group + " " + three + " .* from terminal$");
    plain.await("^\\* msg #" + group + " " + four + " .* from frame$");
    awaitOnTerminal(terminal, group, one, "from line");
    awaitOnTerminal(terminal, group, two, "from plain");
    awaitOnTerminal(terminal, group, four, "from frame");
    assertThat(List.of(next(frame), next(frame), next(frame))).containsExactly(one, two, three);
  }

  private String frameName = "";

  private static long next(FrameClient frame) {
    return frame.awaitEvent("message").path("seq").asLong();
  }

  private static void awaitOnTerminal(SshShell terminal, String group, long seq, String text) {
    String style = "(\u001b\\[[0-9;]*m)*";
    terminal.await("#" + group + " " + style + seq + style + " .*: " + text);
  }

  private SshShell shell(Doors stack, Account account, String terminal) {
    SshShell shell = new OpenSsh(stack.sshPort(), folder).shell(account, terminal);
    open.add(shell);
    return shell;
  }

  private FrameClient frames(Doors stack, String name) {
    FrameClient client = FrameClient.open(stack.frames());
    open.add(client);
    frameName = People.unique(name);
    client.ask("register", Map.of("user", frameName, "password", People.password()));
    return client;
  }
}
