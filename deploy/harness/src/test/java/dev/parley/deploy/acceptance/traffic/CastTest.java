package dev.parley.deploy.acceptance.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CastTest {

  private static final Account ANNA = new Account("anna", "a");
  private static final Account ZOE = new Account("zoe", "z");
  private static final Account RITA = new Account("rita", "r");
  private static final Account ROB = new Account("rob", "b");

  private final Cast cast = new Cast(List.of(ANNA, ZOE), List.of(RITA, ROB), List.of("team"));

  @Test
  void letsEachWriterWriteToTheGroupsAndToOneReader() {
    assertThat(cast.channelsOf(ANNA))
        .extracting(Channel::command)
        .containsExactly("message group team ", "message rita ");
    assertThat(cast.channelsOf(ZOE))
        .extracting(Channel::command)
        .containsExactly("message group team ", "message rob ");
  }

  @Test
  void namesADirectConversationTheSameFromBothSides() {
    // Given
    Channel letters = cast.letters(ZOE);

    // When
    String asTheReaderSeesIt = Channel.conversation("@zoe", ROB);

    // Then
    assertThat(letters.conversation()).isEqualTo("@rob+zoe").isEqualTo(asTheReaderSeesIt);
  }

  @Test
  void expectsEveryReaderToHaveAllOfAGroupAndOnlyTheAddresseeAllOfALetter() {
    assertThat(cast.readersOf(Channel.group("team"))).containsExactlyInAnyOrder("rita", "rob");
    assertThat(cast.readersOf(cast.letters(ANNA))).containsExactly("rita");
  }

  @Test
  void addsEverybodyButTheFounder() {
    assertThat(cast.membersBesideTheFounder()).isEqualTo("zoe rita rob");
  }
}
