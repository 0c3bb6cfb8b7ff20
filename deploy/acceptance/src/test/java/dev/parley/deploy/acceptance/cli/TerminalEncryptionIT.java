package dev.parley.deploy.acceptance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.deploy.acceptance.people.OnParley;
import dev.parley.deploy.acceptance.people.People;
import dev.parley.deploy.acceptance.people.Person;
import dev.parley.deploy.acceptance.secrecy.FileSearch;
import dev.parley.deploy.acceptance.secrecy.Remains;
import dev.parley.deploy.acceptance.stack.ParleyStack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnParley
class TerminalEncryptionIT extends OnTerminal {
  @Test
  void keepsKeysUnderAPassphraseThatIsNotShown(People people, ParleyStack stack) {
    // Given
    Person ann = people.registered("ann");
    Map<String, String> home = PackagedClient.environment();
    Tmux terminal = Terminal.asked(stack, ann, home);
    terminals.add(terminal);
    Terminal.awaitPrompt(terminal);

    // When
    terminal.type("/devices make laptop");
    terminal.press("Enter");
    terminal.awaitText("new passphrase:");
    terminal.type("correct horse");
    terminal.press("Enter");
    terminal.awaitText("once more:");
    terminal.type("correct horse");
    terminal.press("Enter");

    // Then
    terminal.awaitText("there are keys on this machine now");
    assertThat(terminal.scrollback()).noneMatch(row -> row.contains("horse"));

    // When
    Terminal.awaitPrompt(terminal);
    terminal.press("C-d");
    terminal.awaitText("EXIT 0");
    Tmux again = Terminal.asked(stack, ann, home);
    terminals.add(again);
    again.awaitText("passphrase of the keys on this machine");
    again.type("wrong horse");
    again.press("Enter");

    // Then
    again.awaitText("this is not the passphrase of the keys");

    // When
    again.type("correct horse");
    again.press("Enter");
    Terminal.awaitPrompt(again);
    again.type("/devices");
    again.press("Enter");

    // Then
    again.awaitText("laptop  (this machine)");
  }

  /// Canaries: a file and messages are sealed by one packaged client and opened by another; then
  /// all that the stack has written, its tables and the heaps of its services are searched.
  @Test
  void leavesNoWordOfItWithTheServer(
      People people,
      ParleyStack stack,
      @TempDir Path folder,
      @TempDir Path heaps,
      @TempDir Path tables)
      throws IOException {
    // Given
    Person ann = people.registered("ann");
    Person bob = people.registered("bob");
    Person carol = people.online("carol");
    Tmux atAnn = withKeys(stack, ann);
    Tmux atBob = withKeys(stack, bob);
    String filed = "plover-" + UUID.randomUUID();
    String named = "avocet-" + UUID.randomUUID() + ".txt";
    String said = "linnet-" + UUID.randomUUID();
    String edited = "siskin-" + UUID.randomUUID();
    String clear = "budgie-" + UUID.randomUUID();
    Path file = Files.writeString(folder.resolve(named), filed);
    Path saved = Files.createDirectory(folder.resolve("saved"));
    open(atAnn, bob);

    // When
    enter(atAnn, "/send " + file);
    atAnn.awaitRow("stored", row -> row.contains("✓") && row.contains(named.substring(0, 20)));
    enter(atAnn, said);
    atAnn.awaitRow("stored", row -> row.contains("✓") && row.contains(said));
    enter(atAnn, "/edit 3 " + edited);
    atAnn.awaitRow("changed", row -> row.contains("edited 3"));
    open(atBob, ann);
    atBob.awaitText(edited);
    enter(atBob, "/get 2 " + saved);
    atBob.awaitText("-- saved ");
    carol.must("broadcast " + clear);
    List<Path> dumped = Remains.heaps(stack, heaps);
    Remains.tables(stack, tables);

    // Then
    assertThat(saved.resolve(named)).hasContent(filed);
    var ofHeaps = new FileSearch(heaps);
    // A class that each service has: what is searched are heaps indeed.
    assertThat(ofHeaps.filesWith("dev/parley/contracts/topic/TopicLayout"))
        .hasSameSizeAs(dumped)
        .hasSizeGreaterThanOrEqualTo(4);
    var ofTables = new FileSearch(tables);
    assertThat(ofTables.filesWith(clear)).contains(Path.of("tables/routing/entry.copy"));
    var everything = new FileSearch(stack.home());
    assertThat(everything.filesWith(clear)).anyMatch(each -> each.startsWith("data/kafka"));
    List<String> canaries = List.of(filed, named, said, edited);
    assertThat(everything.filesWithAnyOf(canaries)).isEmpty();
    assertThat(ofTables.filesWithAnyOf(canaries)).isEmpty();
    assertThat(ofHeaps.filesWithAnyOf(canaries)).isEmpty();
  }

  private Tmux withKeys(ParleyStack stack, Person person) {
    Map<String, String> home = new HashMap<>(PackagedClient.environment());
    home.put("PARLEY_PASSPHRASE", "correct horse");
    Tmux terminal = Terminal.asked(stack, person, home);
    terminals.add(terminal);
    Terminal.awaitPrompt(terminal);
    terminal.type("/devices make");
    terminal.press("Enter");
    terminal.awaitText("there are keys on this machine now");
    return terminal;
  }
}
