package dev.parley.deploy.acceptance.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.deploy.acceptance.frame.FrameClient;
import dev.parley.deploy.acceptance.people.OnParley;
import dev.parley.deploy.acceptance.people.People;
import dev.parley.deploy.acceptance.people.Person;
import dev.parley.deploy.acceptance.stack.ParleyStack;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@OnParley
class TerminalClientIT extends OnTerminal {
  private static final String ASKED = "send these 3 lines as one message? (y/n, e to edit)";
  private static final Duration HEALED = Duration.ofSeconds(90);

  @Test
  void keepsWhatIsTypedWholeWhileMessagesArrive(People people, ParleyStack stack) {
    // Given
    Person ann = people.registered("ann");
    Person bob = people.busy().login();
    Tmux terminal = chat(stack, ann);
    open(terminal, bob);

    // When
    String text = "half a thought, and the other half";
    for (int at = 0; at < text.length(); at++) {
      terminal.type(text.substring(at, at + 1));
      bob.tell(ann, "message " + at + ".");
    }

    // Then
    terminal.awaitRow("the line", row -> row.equals("@" + bob + "> " + text));
    terminal.awaitText("message " + (text.length() - 1) + ".");
    assertThat(said(terminal, "message ", "."))
        .containsExactlyElementsOf(
            IntStream.range(0, text.length()).mapToObj(at -> "message " + at + ".").toList());

    // When
    terminal.press("Enter");

    // Then
    assertThat(bob.awaitMessage(text).seq()).isPositive();
    terminal.awaitRow("stored", row -> row.contains("✓") && row.endsWith(text));
  }

  @Test
  void completesNamesCommandsAndEmoji(People people, ParleyStack stack) {
    // Given
    Person ann = people.registered("ann");
    Person bob = people.online("bob");
    Tmux terminal = chat(stack, ann);
    open(terminal, bob);

    // When
    terminal.type("/wholas");
    terminal.press("Tab");

    // Then
    terminal.awaitRow("a command", row -> row.startsWith("@" + bob + "> /wholasthr"));

    // When
    terminal.press("C-c");
    terminal.type("hi @" + bob.handle().substring(0, bob.handle().length() - 1));
    terminal.press("Tab");
    terminal.type(":tad");
    terminal.press("Tab", "Enter");

    // Then
    assertThat(bob.awaitMessage("hi @" + bob + " 🎉").seq()).isEqualTo(1);
  }

  @Test
  void followsTheSizeOfTheTerminal(People people, ParleyStack stack) {
    // Given
    Person ann = people.registered("ann");
    Person bob = people.online("bob");
    Tmux terminal = chat(stack, ann);
    open(terminal, bob);
    terminal.type("stays whole");

    // When
    terminal.resize(60, 16);

    // Then
    String words = "word ".repeat(30).strip();
    bob.tell(ann, words);
    terminal.awaitText("word word");
    assertThat(terminal.screen()).hasSizeLessThanOrEqualTo(16).allMatch(row -> row.length() <= 60);
    terminal.awaitRow("the line", row -> row.equals("@" + bob + "> stays whole"));
    terminal.awaitRow("the state", row -> row.startsWith(" " + ann + "@"));

    // When
    terminal.resize(120, 40);
    bob.tell(ann, "after the second change");

    // Then
    terminal.awaitText("after the second change");
    terminal.awaitRow("the line", row -> row.equals("@" + bob + "> stays whole"));
  }

  @Test
  void clearsTheLineWithCtrlCAndLeavesWithCtrlD(People people, ParleyStack stack) {
    // Given
    Person ann = people.registered("ann");
    Tmux terminal = chat(stack, ann);
    terminal.type("not meant");

    // When
    terminal.press("C-c");

    // Then
    terminal.awaitRow("an empty line", row -> row.equals("#lobby>"));

    // When
    terminal.press("C-c");
    terminal.awaitText("Ctrl+C once more");
    terminal.press("C-c");

    // Then
    terminal.awaitText("leave? (y/n)");
    terminal.type("n");
    terminal.press("Enter");
    // Between two reads the terminal keeps a Ctrl+D to itself.
    terminal.awaitRow("an empty line", row -> row.equals("#lobby>"));

    // When
    terminal.press("C-d");

    // Then
    terminal.awaitText("EXIT 0");
  }

  @Test
  void asksBeforeItSendsAPasteOfManyLines(People people, ParleyStack stack) {
    // Given
    Person ann = people.registered("ann");
    Person bob = people.online("bob");
    Tmux terminal = chat(stack, ann);
    open(terminal, bob);

    // When
    terminal.paste("one\ntwo\nthree");
    terminal.press("Enter");

    // Then
    terminal.awaitText("send these 3 lines as one message?");
    terminal.type("n");
    terminal.press("Enter");
    terminal.awaitRow("the first line again", row -> row.equals("@" + bob + "> one"));
    terminal.press("Enter");
    terminal.awaitRow("asked again", row -> row.equals(ASKED));
    terminal.type("y");
    terminal.press("Enter");
    assertThat(bob.awaitMessage("one\ntwo\nthree").seq()).isEqualTo(1);
  }

  @Test
  void opensTheEditorForALongText(People people, ParleyStack stack) {
    // Given
    Person ann = people.registered("ann");
    Person bob = people.online("bob");
    Tmux terminal = chat(stack, ann);
    open(terminal, bob);

    // When
    terminal.type("a long text");
    terminal.press("C-x", "C-e");

    // Then
    terminal.awaitText("send 1 lines beginning 'a edited text'?");
    terminal.type("n");
    terminal.press("Enter");
    terminal.awaitRow("the text again", row -> row.equals("@" + bob + "> a edited text"));
    terminal.type(", after all");
    terminal.press("Enter");
    assertThat(bob.awaitMessage("a edited text, after all").seq()).isEqualTo(1);
  }

  @Test
  void countsWhatIsNewElsewhereAndGoesThere(People people, ParleyStack stack) {
    // Given
    Person ann = people.registered("ann");
    Person bob = people.online("bob");
    Tmux terminal = chat(stack, ann);

    // When
    bob.tell(ann, "for you");

    // Then
    terminal.awaitText("→ @" + bob + ": for you");
    terminal.awaitRow(
        "the state", row -> row.startsWith(" " + ann) && row.contains("@" + bob + " 1"));

    // When
    terminal.type("a draft");
    terminal.press("M-Down");

    // Then
    terminal.awaitRow("the prompt", row -> row.equals("@" + bob + ">"));
    terminal.awaitRow("the message", row -> row.endsWith("for you") && !row.contains("→"));

    // When
    terminal.press("M-Up");

    // Then
    terminal.awaitRow("the draft", row -> row.equals("#lobby> a draft"));
  }

  @Test
  void isNotDrivenByAHostileMessage(People people, ParleyStack stack) {
    // Given
    Person ann = people.registered("ann");
    Tmux terminal = chat(stack, ann);
    String title = terminal.ask("#{pane_title}");
    String mallory = People.unique("mallory");
    FrameClient hostile = FrameClient.open(stack.frames());
    hostile.ask("register", Map.of("user", mallory, "password", People.password()));

    // When
    String text =
        "\u001b]0;owned\u0007\u001b]52;c;b3duZWQ=\u0007\u001b[?1003h\u001b[2J\u009b2J\u202Eevil\r";
    hostile.ask("send", Map.of("to", "@" + ann, "text", text + " before", "clientId", "1"));
    hostile.ask("send", Map.of("to", "@" + ann, "text", "after", "clientId", "2"));

    // Then
    terminal.awaitText("→ @" + mallory + ": after");
    assertThat(terminal.screen()).anyMatch(row -> row.contains("before"));
    assertThat(terminal.screen()).noneMatch(row -> row.contains("\u202E"));
    assertThat(terminal.ask("#{pane_title}")).isEqualTo(title);
    assertThat(terminal.ask("#{mouse_any_flag}")).isEqualTo("0");
    assertThat(terminal.buffers()).doesNotContain("owned");
    hostile.close();
  }

  @Test
  void showsWhatIsOnItsWayUntilItIsStored(People people, ParleyStack stack) {
    // Given
    Person ann = people.registered("ann");
    Person bob = people.online("bob");
    Tmux terminal = chat(stack, ann);
    open(terminal, bob);

    // When
    try (ParleyStack.Halt _ = stack.halt("gateway-1")) {
      terminal.type("patience");
      terminal.press("Enter");

      // Then
      terminal.awaitRow("on its way", row -> row.equals("… @" + bob + " patience"));
    }
    terminal.awaitRow("stored", row -> row.contains("✓") && row.endsWith("patience"));
    assertThat(terminal.screen()).noneMatch(row -> row.startsWith("… "));
    assertThat(bob.awaitMessage("patience").seq()).isEqualTo(1);
  }

  @Test
  void goesOnAfterTheGatewayDied(People people, ParleyStack stack) {
    // Given
    Person ann = people.registered("ann");
    Person bob = people.online("bob");
    Tmux terminal = chat(stack, ann);
    open(terminal, bob);
    bob.tell(ann, "entry 1.");
    terminal.awaitText("entry 1.");

    // When
    stack.kill("gateway-1");
    terminal.awaitText("connection lost; what you write is kept");
    terminal.type("entry 2.");
    terminal.press("Enter");
    // Each look is a JVM that starts, and takes from those that heal.
    await()
        .atMost(HEALED)
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> stack.status().healthy());

    // Then
    await()
        .atMost(HEALED)
        .untilAsserted(() ->
            assertThat(terminal.scrollback()).anyMatch(row -> row.contains("connected again")));
    terminal.awaitRow("stored", row -> row.contains("✓") && row.endsWith("entry 2."));
    bob.takeOver(people.connect(stack.tcp()));
    bob.tell(ann, "entry 3.");
    terminal.awaitText("entry 3.");
    assertThat(said(terminal, "entry ", ".")).containsExactly("entry 1.", "entry 2.", "entry 3.");
  }

  /// {@return texts of that kind among the messages that were ever on the screen, in order}
  private static List<String> said(Tmux terminal, String start, String end) {
    return terminal.scrollback().stream()
        .filter(row -> row.matches("\\d\\d:\\d\\d .*"))
        .filter(row -> row.contains(start) && row.endsWith(end))
        .map(row -> row.substring(row.lastIndexOf(start)))
        .toList();
  }
}
