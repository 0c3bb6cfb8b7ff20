package dev.parley.deploy.acceptance.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.deploy.acceptance.line.Reply;
import dev.parley.deploy.acceptance.people.OnParley;
import dev.parley.deploy.acceptance.people.People;
import dev.parley.deploy.acceptance.people.Person;
import dev.parley.deploy.acceptance.stack.Doors;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// Whoever asks for more than a client may have waiting gets less, and is not taken for somebody
/// who does not read.
@OnParley
class LongPagesIT {
  private static final int MESSAGES = 180;
  private static final String LONG_TEXT = "haystack " + "é".repeat(3_900);
  private static final Duration SEARCH_LIMIT = Duration.ofSeconds(30);

  @Test
  void pagesOfLongMessagesAreShorter(People people, Doors stack) {
    // Given
    Person writer = people.busy().login();
    Person reader = people.registered("reader");
    for (int i = 0; i < MESSAGES; i++) {
      writer.client().send("message " + reader + " " + LONG_TEXT);
    }
    for (int i = 0; i < MESSAGES; i++) {
      assertThat(writer.client().awaitReply().isOk()).isTrue();
    }
    assertThat(reader.login(stack.tcp())).hasSize(MESSAGES);

    // When
    Reply history = reader.ask("history @" + writer + " 200");
    Reply offline = reader.ask("offline");

    // Then
    assertThat(history.rows()).hasSizeBetween(20, 40);
    assertThat(offline.rows()).hasSizeBetween(20, 40);
    await()
        .atMost(SEARCH_LIMIT)
        .until(() -> reader.ask("search haystack from:" + writer).rows().size() == 20);
    assertThat(reader.ask("ping " + writer).isOk()).isTrue();
  }
}
