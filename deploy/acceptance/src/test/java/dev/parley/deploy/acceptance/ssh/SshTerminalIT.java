package dev.parley.deploy.acceptance.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.deploy.acceptance.people.OnParley;
import dev.parley.deploy.acceptance.people.People;
import dev.parley.deploy.acceptance.people.Person;
import dev.parley.deploy.acceptance.program.Outcome;
import dev.parley.deploy.acceptance.program.Programs;
import dev.parley.deploy.acceptance.stack.Doors;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// With a real terminal, that of tmux.
@OnParley
@Needs({"ssh", "tmux"})
class SshTerminalIT {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  @TempDir private Path folder;

  @Test
  void followsTheSizeOfTheWindow(People people, Doors stack) {
    // Given
    Person alice = people.registered("alice");
    OpenSsh ssh = new OpenSsh(stack.sshPort(), folder);
    List<String> start =
        new ArrayList<>(List.of("new-session", "-d", "-x", "100", "-y", "30", "-s", "alice"));
    start.addAll(ssh.ssh(alice.handle(), List.of()));
    try {
      tmux(ssh.password(alice.password()), start);
      await().atMost(LIMIT).untilAsserted(() -> assertThat(screen()).contains("welcome to Parley"));

      // When
      tmux(Map.of(), List.of("resize-window", "-t", "alice", "-x", "40", "-y", "20"));
      tmux(Map.of(), List.of("send-keys", "-t", "alice", "-l", "b".repeat(50)));
      tmux(Map.of(), List.of("send-keys", "-t", "alice", "C-a"));
      tmux(Map.of(), List.of("send-keys", "-t", "alice", "-l", "a"));

      // Then
      String first = "> a" + "b".repeat(37);
      String second = "b".repeat(13);
      await()
          .atMost(LIMIT)
          .untilAsserted(() -> assertThat(screen()).contains(first + "\n" + second + "\n"));
    } finally {
      tmux(Map.of(), List.of("kill-server"));
    }
  }

  private String screen() {
    return tmux(Map.of(), List.of("capture-pane", "-p", "-t", "alice")).out();
  }

  private Outcome tmux(Map<String, String> environment, List<String> arguments) {
    List<String> words = new ArrayList<>(List.of("tmux", "-S", folder.resolve("s").toString()));
    words.addAll(List.of("-f", "/dev/null"));
    words.addAll(arguments);
    return Programs.run(words, environment, "");
  }
}
