package dev.parley.deploy.acceptance.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.deploy.acceptance.line.LineDoor;
import java.net.URI;
import org.junit.jupiter.api.Test;

class RunningStackTest {

  private final RunningStack stack = new RunningStack("chat.example", 1, 2, 3, 4);

  @Test
  void hasADoorForEachPort() {
    assertThat(stack.tcp()).isEqualTo(LineDoor.tcp("chat.example", 1));
    assertThat(stack.tls()).isEqualTo(LineDoor.tls("chat.example", 2));
    assertThat(stack.sshPort()).isEqualTo(3);
    assertThat(stack.web()).isEqualTo(URI.create("http://chat.example:4"));
    assertThat(stack.frames()).isEqualTo(URI.create("ws://chat.example:4/ws"));
  }
}
