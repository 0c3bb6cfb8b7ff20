package dev.parley.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.parley.cli.frame.Frames;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyRowsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"state\":\"excluded\",\"devices\":[{\"device\":\"0a\"}]}|/devices make asks another one",
        "{\"state\":\"excluded\",\"devices\":[]}|/devices restart begins a new list",
        "{\"state\":\"excluded\",\"restarted\":true}|begun anew elsewhere. If that was you",
        "{\"state\":\"waiting\",\"code\":\"12345\"}|must be 12345"
      })
  void saysHowToGoOnWhereThisMachineIsNotInTheList(String answer, String word)
      throws JsonProcessingException {
    assertThat(KeyRows.devices(Frames.JSON.readTree(answer)).getLast()).contains(word);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"user\":\"bob\",\"peer\":\"changed\",\"safetyNumber\":\"1\"}|/trust bob accepts them.",
        "{\"user\":\"bob\",\"peer\":\"changed\",\"reason\":\"a list is long\"}"
            + "|Nothing is sent to bob, and nothing can be accepted.",
        "{\"user\":\"bob\",\"peer\":\"changed\"}|Nothing is sent to bob before there are."
      })
  void saysWhatCanBeAccepted(String answer, String word) throws JsonProcessingException {
    assertThat(KeyRows.safetyNumber(Frames.JSON.readTree(answer))).endsWith(word);
  }
}
