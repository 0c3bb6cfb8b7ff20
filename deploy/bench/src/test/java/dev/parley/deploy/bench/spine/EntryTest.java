package dev.parley.deploy.bench.spine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EntryTest {

  @Test
  void comesBackFromItsBytes() {
    // Given
    Entry direct = entry("@alice+bob", 1, "alice", "hello ☃");
    Entry group = entry("#room", 4_711, "bob", "");

    // When
    List<Entry> decoded = Entry.decode(Entry.encode(List.of(direct, group)));

    // Then
    assertThat(decoded)
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactly(direct, group);
  }

  @Test
  void isNothingWithoutBytes() {
    // When
    List<Entry> decoded = Entry.decode(new byte[0]);

    // Then
    assertThat(decoded).isEmpty();
  }

  private static Entry entry(String conversation, long seq, String author, String text) {
    return new Entry(
        conversation, seq, 1_767_323_045_678L, author, text.getBytes(StandardCharsets.UTF_8));
  }
}
