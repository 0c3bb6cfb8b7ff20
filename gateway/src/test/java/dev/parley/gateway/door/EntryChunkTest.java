package dev.parley.gateway.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.conversation.Entry;
import dev.parley.gateway.Entries;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntryChunkTest {
  private int encoded;
  private String separator = "";
  private int maxJoined = 100;
  private final EntryEncoder encoder =
      new EntryEncoder() {
        @Override
        public byte[] encode(String conversation, Entry entry, String reader) {
          encoded++;
          return (entry.seq() + reader + ";").getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public byte[] separator() {
          return separator.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public int maxJoined() {
          return maxJoined;
        }
      };

  @Test
  void encodesAGroupsEntriesOnceForAllReaders() {
    // Given
    EntryChunk chunk = new EntryChunk("#team", Entries.messages("bob", 1, 3));

    // When
    List<byte[]> first = read(chunk, seeing(true));
    List<byte[]> second = read(chunk, seeing(true));

    // Then
    assertThat(encoded).isEqualTo(3);
    assertThat(first).hasSize(1);
    assertThat(second.getFirst()).isSameAs(first.getFirst());
    assertThat(text(first)).isEqualTo("1;2;3;");
  }

  @Test
  void putsTheSeparatorBetweenEntriesThatTravelTogether() {
    separator = ",";
    EntryChunk chunk = new EntryChunk("#team", Entries.messages("bob", 1, 3));
    assertThat(text(read(chunk, seeing(true)))).isEqualTo("1;,2;,3;");
  }

  @Test
  void joinsNoMoreThanMayTravelTogether() {
    separator = ",";
    maxJoined = 5;
    EntryChunk chunk = new EntryChunk("#team", Entries.messages("bob", 1, 3));
    assertThat(read(chunk, seeing(true)))
        .extracting(piece -> new String(piece, StandardCharsets.UTF_8))
        .containsExactly("1;,2;", "3;");
  }

  @Test
  void encodesWhatAReaderWroteItselfForThatReader() {
    EntryChunk chunk = new EntryChunk("#team", Entries.messages("alice", 1, 3));
    assertThat(text(read(chunk, seeing(false)))).isEqualTo("2alice;");
  }

  @Test
  void leavesOutWhatAReaderIsNotToSee() {
    EntryChunk chunk = new EntryChunk("#team", Entries.messages("bob", 1, 3));
    assertThat(text(read(chunk, seeing(false)))).isEqualTo("2;");
  }

  @Test
  void encodesADirectConversationForEachReader() {
    EntryChunk chunk = new EntryChunk("@alice+bob", Entries.messages("bob", 1, 2));
    assertThat(text(read(chunk, seeing(true)))).isEqualTo("2alice;");
  }

  @Test
  void givesTheParts() {
    EntryChunk chunk = new EntryChunk("#team", Entries.messages("bob", 4, 6));
    assertThat(chunk.after(3)).isSameAs(chunk);
    assertThat(chunk.after(4).first()).isEqualTo(5);
    assertThat(chunk.after(6).isEmpty()).isTrue();
    assertThat(chunk.before(7)).isSameAs(chunk);
    assertThat(chunk.before(5).last()).isEqualTo(4);
    assertThat(chunk.before(4).isEmpty()).isTrue();
  }

  private List<byte[]> read(EntryChunk chunk, Reader reader) {
    List<byte[]> bytes = new ArrayList<>();
    chunk.encode(encoder, reader, bytes::add);
    return bytes;
  }

  /// Sees all at once, or else only the second entry.
  private static Reader seeing(boolean all) {
    return new Reader() {
      @Override
      public String account() {
        return "alice";
      }

      @Override
      public boolean seesAllOf(EntryChunk chunk) {
        return all;
      }

      @Override
      public boolean sees(EntryChunk chunk, Entry entry) {
        return entry.seq() == 2;
      }
    };
  }

  private static String text(List<byte[]> pieces) {
    StringBuilder text = new StringBuilder();
    pieces.forEach(piece -> text.append(new String(piece, StandardCharsets.UTF_8)));
    return text.toString();
  }
}
