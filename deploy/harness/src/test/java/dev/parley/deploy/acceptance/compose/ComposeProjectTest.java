package dev.parley.deploy.acceptance.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class ComposeProjectTest {

  private static final String INSPECTED =
      """
      [
        {"Id": "b2", "Name": "/parley-kafka-2-1",
         "State": {"Status": "running", "Pid": 42, "Health": {"Status": "healthy"}},
         "Config": {"Labels": {"com.docker.compose.service": "kafka-2",
                               "com.docker.compose.container-number": "1"}}},
        {"Id": "a1", "Name": "/parley-gateway-2",
         "State": {"Status": "running", "Pid": 41, "Health": {"Status": "starting"}},
         "Config": {"Labels": {"com.docker.compose.service": "gateway",
                               "com.docker.compose.container-number": "2"}}},
        {"Id": "c3", "Name": "/parley-doors-1", "State": {"Status": "exited", "Pid": 0},
         "Config": {"Labels": {"com.docker.compose.service": "doors",
                               "com.docker.compose.container-number": "1"}}}
      ]
      """;

  @Test
  void knowsContainersByServiceAndNumber() {
    assertThat(ComposeProject.parsed(INSPECTED))
        .containsExactly(
            new Container("c3", "parley-doors-1", "doors", 1, false, 0),
            new Container("a1", "parley-gateway-2", "gateway", 2, false, 41),
            new Container("b2", "parley-kafka-2-1", "kafka-2", 1, true, 42));
  }

  @Test
  void saysWhatWasNotJson() {
    assertThatIllegalStateException()
        .isThrownBy(() -> ComposeProject.parsed("Error: no such object"))
        .withMessageContaining("no such object");
  }
}
