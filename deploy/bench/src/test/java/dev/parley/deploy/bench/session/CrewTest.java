package dev.parley.deploy.bench.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.deploy.bench.door.Fault;
import dev.parley.deploy.bench.door.TestDoor;
import dev.parley.deploy.bench.line.ServerReply;
import java.io.IOException;
import org.junit.jupiter.api.Test;

final class CrewTest {

  private final Roster roster = Roster.at(1_767_323_045_678L);

  @Test
  void logsEveryMemberInOnAConnectionOfItsOwn() throws IOException {
    // Given
    try (TestDoor door = TestDoor.open(Fault.NONE);
        Crew crew = new Crew(new Door(Door.Kind.tcp, door.port(), 3), roster, 2)) {

      // When
      crew.enlist(5);
      crew.enlist(2);

      // Then
      assertThat(crew.members()).hasSize(7).doesNotHaveDuplicates();
      ServerReply reply = Crew.await(crew.members().get(6).request("ping " + roster.handle(6)));
      assertThat(reply).isEqualTo(new ServerReply.Done("ping " + roster.handle(6) + " online"));
    }
  }

  @Test
  void givesUpOnARefusalWithoutTellingThePassword() throws IOException {
    // Given
    try (TestDoor door = TestDoor.open(Fault.NONE);
        Crew crew = new Crew(new Door(Door.Kind.tcp, door.port(), 1), roster, 1)) {
      crew.enlist(1);
      ChatConnection member = crew.members().getFirst();

      // When // Then
      assertThatThrownBy(() -> Crew.await(Patience.ask(member, "passwd old " + roster.password())))
          .isInstanceOf(RefusedException.class)
          .hasMessage("passwd was refused: bad_command what");
    }
  }

  @Test
  @SuppressWarnings("try") // the door closes early on purpose; closing it again does nothing
  void tellsThatAConnectionWasLostWhileAReplyWasAwaited() throws IOException {
    // Given
    try (TestDoor door = TestDoor.open(Fault.NONE);
        Crew crew = new Crew(new Door(Door.Kind.tcp, door.port(), 1), roster, 1)) {
      crew.enlist(1);
      door.close();

      // When // Then
      assertThatThrownBy(() -> Crew.await(crew.members().getFirst().request("ping x")))
          .isInstanceOf(ConnectionLostException.class);
    }
  }
}
