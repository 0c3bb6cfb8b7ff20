package dev.parley.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.Parser.ParseContext;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChatCompleterTest {
  private final ChatCompleter completer =
      new ChatCompleter(() -> new Suggestions(List.of("bert", "bob"), List.of("#team")));

  @ParameterizedTest
  @CsvSource({
    "/unb, /unblock",
    "/key, /keys",
    "/group mute, mute muted",
    "/group u, unmute",
    "/group mute #t, #team",
    "/group mute team b, bert bob",
    "/group unmute team bo, bob",
    "/group add team bert b, bert bob",
    "/group leave team b, ''",
    "/devices r, remove restart",
    "/encrypt o, on off",
    "/encrypt on bo, bob",
    "/trust be, bert",
    "/msg bo, bob",
    "hello b, ''",
    "hello @b, @bert @bob"
  })
  void completes(String line, String words) throws IOException {
    // Given
    List<Candidate> candidates = new ArrayList<>();

    // When
    var parsed = new ChatParser().parse(line, line.length(), ParseContext.COMPLETE);
    completer.complete(reader(), parsed, candidates);

    // Then
    assertThat(candidates)
        .extracting(Candidate::value)
        .containsExactlyInAnyOrder(words.isEmpty() ? new String[0] : words.split(" "));
  }

  private static LineReader reader() throws IOException {
    return LineReaderBuilder.builder()
        .terminal(
            new DumbTerminal(new ByteArrayInputStream(new byte[0]), new ByteArrayOutputStream()))
        .build();
  }
}
