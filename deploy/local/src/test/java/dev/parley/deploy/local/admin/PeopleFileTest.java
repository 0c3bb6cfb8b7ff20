package dev.parley.deploy.local.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.deploy.local.console.TroubleException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeopleFileTest {
  private static final Hashing HASHING =
      Hashing.of(
          new ObjectMapper()
              .createObjectNode()
              .put("minLength", 8)
              .put("memoryKib", 64)
              .put("iterations", 1)
              .put("parallelism", 1));

  @TempDir Path folder;

  private PeopleFile read(String text) throws IOException {
    return PeopleFile.read(Files.writeString(folder.resolve("people.csv"), text), HASHING);
  }

  @Test
  void readsQuotedCellsAndColumnsInAnyOrder() throws IOException {
    // When
    PeopleFile people =
        read(
            "\uFEFFPassword,USERNAME\r\n\"comma, quote \"\" and\nline\",Alice\r\nplainpass1,bob\r\n");

    // Then
    assertThat(people.bad()).isEmpty();
    assertThat(people.rows())
        .extracting(PersonRow::user, PersonRow::line, PersonRow::role)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("alice", 2L, "member"),
            org.assertj.core.groups.Tuple.tuple("bob", 4L, "member"));
    assertThat(people.rows().getFirst().password()).isEqualTo("comma, quote \" and\nline");
  }

  @Test
  void namesLineColumnAndReasonOfEveryBadRow() throws IOException {
    // When
    PeopleFile people =
        read(
            """
            username,password,password_hash,role
            al,password-1x,,
            alice,password1,,
            bob,password-1x,$argon2id$x,
            carol,,,
            dave,,$2b$10$abcdefghijklmnopqrstuv,
            erin,,"$argon2id$v=19$m=4194304,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR",
            frank,password-1x,,king
            gina,password-1x
            """);

    // Then
    assertThat(people.rows()).isEmpty();
    assertThat(people.bad())
        .extracting(BadRow::line, BadRow::column)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(2L, "username"),
            org.assertj.core.groups.Tuple.tuple(3L, "password"),
            org.assertj.core.groups.Tuple.tuple(4L, "password"),
            org.assertj.core.groups.Tuple.tuple(5L, "password"),
            org.assertj.core.groups.Tuple.tuple(6L, "password_hash"),
            org.assertj.core.groups.Tuple.tuple(7L, "password_hash"),
            org.assertj.core.groups.Tuple.tuple(8L, "role"),
            org.assertj.core.groups.Tuple.tuple(9L, ""));
  }

  @Test
  void countsEmptyLinesAndTakesThemForNobody() throws IOException {
    // When
    PeopleFile people =
        read("username,password\r\n\r\nalice,password-1x\r\n\r\n  \r\nal,password-1x\r\n\r\n");

    // Then
    assertThat(people.rows())
        .extracting(PersonRow::user, PersonRow::line)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("alice", 3L));
    assertThat(people.bad()).extracting(BadRow::line).containsExactly(6L);
  }

  @Test
  void refusesAFileOfSomethingElse() {
    assertThatThrownBy(() -> read("name,phone\nalice,1\n"))
        .isInstanceOf(TroubleException.class)
        .hasMessageContaining("name,phone");
    assertThatThrownBy(() -> read("")).isInstanceOf(TroubleException.class);
    assertThatThrownBy(() -> read("username,password\n\"alice,x\n"))
        .isInstanceOf(TroubleException.class)
        .hasMessageContaining("cannot be read as CSV: (startline 2)");
    assertThatThrownBy(() -> PeopleFile.read(folder.resolve("nowhere.csv"), HASHING))
        .isInstanceOf(TroubleException.class)
        .hasMessageStartingWith("there is no file ");
  }

  @Test
  void refusesMoreThanAnImportTakes() {
    StringBuilder text = new StringBuilder("username,password\n");
    for (int i = 0; i <= PeopleFile.MAX_ROWS; i++) {
      text.append("user").append(i).append(",password-1x\n");
    }
    assertThatThrownBy(() -> read(text.toString()))
        .isInstanceOf(TroubleException.class)
        .hasMessageContaining("more than 5000");
  }

  @Test
  void readsMoments() {
    Instant noon = Instant.parse("2026-11-20T12:00:00Z");
    assertThat(Moments.millis("", noon)).isEmpty();
    assertThat(Moments.millis("90m", noon))
        .isEqualTo(Long.toString(Instant.parse("2026-11-20T10:30:00Z").toEpochMilli()));
    assertThat(Moments.millis("2026-11-20", noon))
        .isEqualTo(Long.toString(Instant.parse("2026-11-20T00:00:00Z").toEpochMilli()));
    assertThatThrownBy(() -> Moments.millis("yesterday", noon))
        .isInstanceOf(TroubleException.class);
  }

  @Test
  void letsNothingDriveATerminal() {
    assertThat(Printable.of("a\u001b[2Jb\u202ec")).isEqualTo("a?[2Jb?c");
  }
}
