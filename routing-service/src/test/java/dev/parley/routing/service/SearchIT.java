package dev.parley.routing.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.conversation.Attachment;
import dev.parley.contracts.conversation.CreateGroup;
import dev.parley.contracts.conversation.Post;
import dev.parley.contracts.delivery.Refused;
import dev.parley.contracts.delivery.Reply;
import dev.parley.contracts.delivery.SearchPage;
import dev.parley.contracts.query.Search;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceTest
class SearchIT extends OnDirect {
  @Test
  void findsMessagesByTheirWords() {
    // Given
    String word = word();
    gateway.post(direct, alice, "The " + word + "s are here: https://example.org/x_y");
    gateway.post(direct, bob, "nothing of " + word);
    gateway.post(direct, bob, "C++ and 100% of it");

    // Then
    awaitFound(word + " from:" + alice, "The " + word + "s are here: https://example.org/x_y");
    awaitFound(word.toUpperCase(java.util.Locale.ROOT) + " -here", "nothing of " + word);
    awaitFound("has:link " + word, "The " + word + "s are here: https://example.org/x_y");
    awaitFound("example.org/x_y in:@" + bob, "The " + word + "s are here: https://example.org/x_y");
    awaitFound("\"hing of\" " + word, "nothing of " + word);
    awaitFound("c++", "C++ and 100% of it");
    awaitFound("0%", "C++ and 100% of it");
    awaitFound("x%y");
    awaitFound("before:2020-01-01");
    awaitFound(word + " after:2020-01-01 -from:me", "nothing of " + word);
    awaitFound("has:pin");
    pin(3);
    awaitFound("has:pin", "C++ and 100% of it");
    react(bob, 3, THUMB, false);
    awaitFound("has:reaction", "C++ and 100% of it");
  }

  @Test
  void findsMessagesThatHaveAFileUntilTheyAreWithdrawn() {
    // Given
    gateway.post(direct, alice, "no file");
    post(file("a picture", "image/png"));
    post(file("a page", "application/octet-stream"));

    // Then
    awaitFound("has:file", "a page", "a picture");
    awaitFound("has:image", "a picture");
    awaitFound("has:file -has:image", "a page");
    awaitFound("-has:file", "no file");

    // When
    delete(3);

    // Then
    awaitFound("has:file", "a picture");
  }

  @Test
  void findsMessagesAsTheyAreNow() {
    // Given
    String word = word();
    gateway.post(direct, alice, word + " one");
    gateway.post(direct, alice, word + " two");
    awaitFound(word, word + " two", word + " one");

    // When
    edit(1, word + " three");
    delete(2);

    // Then
    awaitFound(word, word + " three");
    awaitFound(word + " one");
  }

  @Test
  void searchesOnlyConversationsOfTheAsker() {
    // Given
    String word = word();
    String carol = gateway.account("carol");
    String group = "#closed-" + UUID.randomUUID();
    gateway.ask(group, replyTo -> new CreateGroup(group, bob, List.of(carol), id(), replyTo));
    gateway.post(group, bob, word + " in a closed group");
    gateway.post(ConversationId.direct(bob, carol), bob, word + " to carol");
    gateway.post(direct, bob, word + " to alice");

    // When
    awaitFound(word, word + " to alice");

    // Then
    await()
        .atMost(TestGateway.LIMIT)
        .untilAsserted(() -> assertThat(search(carol, word, null).results()).hasSize(2));
    assertThat(search(alice, word, null).results()).hasSize(1);
    assertThat(search(alice, word + " in:" + group, null).results()).isEmpty();
  }

  @Test
  void findsPageByPage() {
    // Given
    String word = word();
    for (int i = 1; i <= 5; i++) {
      gateway.post(direct, alice, word + " " + i);
    }
    await()
        .atMost(TestGateway.LIMIT)
        .untilAsserted(() -> assertThat(search(alice, word, null).results()).hasSize(3));

    // When
    await()
        .atMost(TestGateway.LIMIT)
        .untilAsserted(() -> {
          SearchPage first = search(alice, word, null);
          SearchPage second = search(alice, word, first.next());

          // Then
          assertThat(texts(first)).containsExactly(word + " 5", word + " 4", word + " 3");
          assertThat(texts(second)).containsExactly(word + " 2", word + " 1");
          assertThat(second.next()).isNull();
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"", "from:", "has:nothing", "before:x", "\u0000"})
  void refusesAQueryThatSaysNothing(String query) {
    // When
    Reply reply = gateway.query(replyTo -> new Search(alice, query, 3, null, replyTo));

    // Then
    assertThat(((Refused) reply).code()).isEqualTo(ErrorCode.BAD_COMMAND);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'",
        "';--",
        "%",
        "_",
        "\\",
        "a & b | !c",
        "<->",
        ":*",
        "(((",
        "$1 ?",
        "-'",
        "*:*"
      })
  void takesWhateverSomebodyTypes(String query) {
    assertThat(search(alice, query, null).results()).isEmpty();
  }

  private Post file(String text, String type) {
    String file = id().replace("-", "");
    Attachment attachment = new Attachment(file, "image/png a.png", 5, type, file + file);
    return new Post(direct, alice, id(), text, gateway.nextReplyTo(), null, attachment);
  }

  private void awaitFound(String query, String... texts) {
    await()
        .atMost(TestGateway.LIMIT)
        .untilAsserted(
            () -> assertThat(texts(search(alice, query, null))).as(query).containsExactly(texts));
  }

  private SearchPage search(String account, String query, @Nullable String before) {
    return (SearchPage) gateway.query(replyTo -> new Search(account, query, 3, before, replyTo));
  }

  private static List<@Nullable String> texts(SearchPage page) {
    return page.results().stream().<@Nullable String>map(each -> each.message().text()).toList();
  }

  private static String word() {
    return "w" + UUID.randomUUID().toString().replace("-", "");
  }
}
