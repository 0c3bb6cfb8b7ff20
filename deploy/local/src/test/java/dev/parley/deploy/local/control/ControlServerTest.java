package dev.parley.deploy.local.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.deploy.local.console.TroubleException;
import dev.parley.deploy.local.home.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlServerTest {

  @TempDir Path folder = Path.of("");
  private final List<String> requests = Collections.synchronizedList(new ArrayList<>());

  @Test
  void handsRequestsOnInTheirOrder() {
    // Given
    try (var server = new ControlServer(requests::add)) {
      var client = new ControlClient(server.open(home("h")));

      // When
      client.ask("scale gateway 2");
      client.ask("scale gateway 1");
    }

    // Then
    assertThat(requests).containsExactly("scale gateway 2", "scale gateway 1");
  }

  @Test
  void carriesCauseAndCureBack() {
    // Given
    ControlHandler refusing =
        _ -> {
          throw new TroubleException("no\nreally", "ask nicely");
        };
    try (var server = new ControlServer(refusing)) {
      var client = new ControlClient(server.open(home("h")));

      // When, Then
      assertThatThrownBy(() -> client.ask("scale"))
          .isInstanceOfSatisfying(
              TroubleException.class,
              trouble -> {
                assertThat(trouble).hasMessage("no\nreally");
                assertThat(trouble.cure()).isEqualTo("ask nicely");
              });
    }
  }

  @Test
  void opensForItsOwnerOnlyHoweverLongThePathOfTheHome() throws IOException {
    // Given
    try (var server = new ControlServer(requests::add)) {
      // When
      Path socket = server.open(home("h".repeat(120)));

      // Then
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket)))
          .isEqualTo("rw-------");
      new ControlClient(socket).ask("hello");
      assertThat(requests).containsExactly("hello");
    }
  }

  private Home home(String name) {
    var home = new Home(folder.resolve(name));
    home.prepare();
    return home;
  }
}
