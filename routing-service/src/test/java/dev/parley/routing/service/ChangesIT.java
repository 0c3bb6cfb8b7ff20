package dev.parley.routing.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.ReplyTo;
import dev.parley.contracts.conversation.Attachment;
import dev.parley.contracts.conversation.CreateGroup;
import dev.parley.contracts.conversation.CursorMove;
import dev.parley.contracts.conversation.DeleteMessage;
import dev.parley.contracts.conversation.EditMessage;
import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.conversation.EntryKind;
import dev.parley.contracts.conversation.JoinGroup;
import dev.parley.contracts.conversation.MessageChange;
import dev.parley.contracts.conversation.MoveCursors;
import dev.parley.contracts.conversation.Pin;
import dev.parley.contracts.conversation.Post;
import dev.parley.contracts.conversation.React;
import dev.parley.contracts.delivery.Acknowledged;
import dev.parley.contracts.delivery.ConversationList;
import dev.parley.contracts.delivery.ConversationSummary;
import dev.parley.contracts.delivery.Edit;
import dev.parley.contracts.delivery.EditList;
import dev.parley.contracts.delivery.FileFound;
import dev.parley.contracts.delivery.HistoryPage;
import dev.parley.contracts.delivery.MessageState;
import dev.parley.contracts.delivery.Refused;
import dev.parley.contracts.delivery.Reply;
import dev.parley.contracts.delivery.SearchPage;
import dev.parley.contracts.query.CheckFile;
import dev.parley.contracts.query.FetchEdits;
import dev.parley.contracts.query.FetchFile;
import dev.parley.contracts.query.FetchHistory;
import dev.parley.contracts.query.FetchPinned;
import dev.parley.contracts.query.ListConversations;
import dev.parley.contracts.query.Search;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RoutingStack.class)
class ChangesIT {
  private static final String THUMB = "\ud83d\udc4d";

  private TestGateway gateway;
  private String alice;
  private String bob;
  private String direct;

  @BeforeEach
  void open() {
    gateway = TestGateway.open();
    alice = gateway.account("alice");
    bob = gateway.account("bob");
    direct = ConversationId.direct(alice, bob);
  }

  @AfterEach
  void close() {
    gateway.close();
  }

  @Test
  void deliversChangesInTheOrderOfTheLog() {
    // Given
    gateway.subscribe(direct, 0);
    gateway.post(direct, alice, "hello");

    // When
    Acknowledged edited = edit(1, "hello you");
    react(bob, 1, THUMB, false);
    delete(1);

    // Then
    assertThat(edited.seq()).isEqualTo(2);
    await()
        .atMost(TestGateway.LIMIT)
        .untilAsserted(() ->
            assertThat(gateway.delivered(direct))
                .extracting(Entry::kind)
                .containsExactly(
                    EntryKind.MESSAGE, EntryKind.EDITED, EntryKind.REACTED, EntryKind.DELETED));
    assertThat(gateway.delivered(direct))
        .extracting(Entry::target)
        .containsExactly(null, 1L, 1L, 1L);
  }

  @Test
  void showsMessagesAsTheyAreNow() {
    // Given
    gateway.post(direct, alice, "one");
    gateway.post(direct, alice, "two");
    gateway.post(direct, alice, "three");
    answer(bob, 3, "four");

    // When
    Acknowledged edited = edit(1, "one, edited");
    react(bob, 1, THUMB, false);
    react(alice, 1, THUMB, false);
    Acknowledged pinned = pin(1);
    delete(2);

    // Then
    HistoryPage page = history(null, null, null);
    assertThat(page.messages())
        .extracting(Entry::text)
        .containsExactly("one, edited", "", "three", "four");
    assertThat(page.messages()).extracting(Entry::target).containsExactly(null, null, null, 3L);
    assertThat(page.states())
        .containsExactly(
            new MessageState(
                1, pinned.seq(), edited.at(), false, true, Map.of(THUMB, List.of(bob, alice))),
            new MessageState(2, pinned.seq() + 1, null, true, false, Map.of()));
    assertThat(page.more()).isFalse();
  }

  @Test
  void givesAFileToWhoeverMayReadUntilItsMessageIsWithdrawn() {
    // Given
    String file = id().replace("-", "");
    Attachment attachment = new Attachment(file, "a b.txt", 5, "text/plain", file + file);
    Post post = new Post(direct, alice, id(), "look", gateway.nextReplyTo(), null, attachment);
    post(post);

    // When
    Reply toBob = gateway.query(to -> fetchFile(bob, post, file, to));
    Reply another = gateway.query(to -> fetchFile(bob, post, id().replace("-", ""), to));
    Reply toStranger = gateway.query(to -> fetchFile(gateway.account("eve"), post, file, to));
    Reply needed = gateway.query(to -> checkFile(post, file, to));
    List<Entry> shown = history(null, null, null).messages();
    delete(1);
    Reply afterwards = gateway.query(to -> fetchFile(bob, post, file, to));
    Reply neededNoMore = gateway.query(to -> checkFile(post, file, to));

    // Then
    assertThat(toBob).isInstanceOf(FileFound.class);
    assertThat(((FileFound) toBob).attachment()).isEqualTo(attachment);
    assertThat(((Refused) another).code()).isEqualTo(ErrorCode.NO_SUCH_FILE);
    assertThat(((Refused) toStranger).code()).isEqualTo(ErrorCode.BAD_COMMAND);
    assertThat(shown.getFirst().attachment()).isEqualTo(attachment);
    assertThat(((Refused) afterwards).code()).isEqualTo(ErrorCode.NO_SUCH_FILE);
    assertThat(needed).isInstanceOf(FileFound.class);
    assertThat(((Refused) neededNoMore).code()).isEqualTo(ErrorCode.NO_SUCH_FILE);
    assertThat(history(null, null, null).messages().getFirst().attachment()).isNull();
  }

  private CheckFile checkFile(Post post, String file, ReplyTo to) {
    return new CheckFile(alice, direct, post.clientMessageId(), file, to);
  }

  private FetchFile fetchFile(String account, Post post, String file, ReplyTo to) {
    return new FetchFile(account, direct, alice, post.clientMessageId(), file, to);
  }

  @Test
  void readsPagesBehindAndAroundASeq() {
    // Given
    for (int i = 1; i <= 9; i++) {
      gateway.post(direct, alice, "m" + i);
    }

    // Then
    assertThat(history(null, 7L, null).messages()).extracting(Entry::seq).containsExactly(8L, 9L);
    assertThat(history(null, null, 5L).messages())
        .extracting(Entry::seq)
        .containsExactly(4L, 5L, 6L, 7L);
    assertThat(history(5L, null, null).more()).isFalse();
    assertThat(history(6L, null, null).more()).isTrue();
  }

  @Test
  void listsTheVersionsOfAMessageUntilItIsWithdrawn() {
    // Given
    gateway.post(direct, alice, "one");
    edit(1, "two");
    edit(1, "three");

    // When
    EditList versions = (EditList) edits(1);
    delete(1);

    // Then
    assertThat(versions.edits()).extracting(Edit::text).containsExactly("one", "two", "three");
    assertThat(edits(1)).isInstanceOf(Refused.class);
    assertThat(edits(2)).isInstanceOf(Refused.class);
  }

  @Test
  void listsPinnedMessages() {
    // Given
    gateway.post(direct, alice, "one");
    gateway.post(direct, bob, "two");
    pin(2);
    pin(1);

    // When
    HistoryPage pinned =
        (HistoryPage) gateway.query(replyTo -> new FetchPinned(bob, direct, replyTo));

    // Then
    assertThat(pinned.messages()).extracting(Entry::text).containsExactly("one", "two");
    assertThat(pinned.states()).extracting(MessageState::pinned).containsExactly(true, true);
  }

  @Test
  void refusesForeignAndOldAndMissingMessages() {
    // Given
    gateway.post(direct, alice, "one");

    // When
    Reply foreign = ask(new EditMessage(direct, bob, 1, "x", id(), gateway.nextReplyTo()));
    Reply missing = ask(new DeleteMessage(direct, alice, 9, id(), gateway.nextReplyTo()));

    // Then
    assertThat(((Refused) foreign).code()).isEqualTo(ErrorCode.NOT_AUTHOR);
    assertThat(((Refused) missing).code()).isEqualTo(ErrorCode.NO_SUCH_MESSAGE);
  }

  @Test
  void countsWhatIsUnreadAndWhatCallsTheReader() {
    // Given
    gateway.post(direct, alice, "read");
    gateway.post(direct, alice, "unread");
    gateway.post(direct, alice, "hey @" + bob + "!");
    gateway.post(direct, alice, "to be withdrawn");
    gateway.post(direct, bob, "my own @all");
    gateway.post(direct, alice, "lunch, @here?");
    delete(4);
    gateway.ask(
        direct, replyTo -> new MoveCursors(List.of(new CursorMove(direct, bob, 1, 1)), replyTo));
    String open = "#open-" + UUID.randomUUID();
    gateway.ask(open, replyTo -> new JoinGroup(open, bob, id(), replyTo));

    // When
    ConversationList counted =
        (ConversationList) gateway.query(replyTo -> new ListConversations(bob, replyTo, true));
    ConversationList plain =
        (ConversationList) gateway.query(replyTo -> new ListConversations(bob, replyTo));

    // Then
    assertThat(counted.conversations())
        .contains(new ConversationSummary(direct, 7, 1, 1, 2, null, 3, 1))
        .contains(new ConversationSummary(open, 1, 1, 1, 1, true, 0, 0));
    assertThat(plain.conversations()).contains(new ConversationSummary(direct, 7, 1, 1, 2));
  }

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

  private void post(Post post) {
    gateway.write(direct, post);
    gateway.acknowledgement(java.util.Objects.requireNonNull(post.replyTo()));
  }

  private Post file(String text, String type) {
    String file = id().replace("-", "");
    Attachment attachment = new Attachment(file, "image/png a.png", 5, type, file + file);
    return new Post(direct, alice, id(), text, gateway.nextReplyTo(), null, attachment);
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

  private HistoryPage history(@Nullable Long before, @Nullable Long after, @Nullable Long around) {
    return (HistoryPage)
        gateway.query(replyTo -> new FetchHistory(bob, direct, before, 4, replyTo, after, around));
  }

  private Reply edits(long seq) {
    return gateway.query(replyTo -> new FetchEdits(bob, direct, seq, replyTo));
  }

  private Acknowledged edit(long seq, String text) {
    return change(new EditMessage(direct, alice, seq, text, id(), gateway.nextReplyTo()));
  }

  private Acknowledged delete(long seq) {
    return change(new DeleteMessage(direct, alice, seq, id(), gateway.nextReplyTo()));
  }

  private Acknowledged react(String by, long seq, String reaction, boolean remove) {
    return change(new React(direct, by, seq, reaction, remove, id(), gateway.nextReplyTo()));
  }

  private Acknowledged pin(long seq) {
    return change(new Pin(direct, bob, seq, false, id(), gateway.nextReplyTo()));
  }

  private void answer(String by, long seq, String text) {
    Post post = new Post(direct, by, id(), text, gateway.nextReplyTo(), seq);
    gateway.write(direct, post);
    gateway.acknowledgement(java.util.Objects.requireNonNull(post.replyTo()));
  }

  private Acknowledged change(MessageChange change) {
    gateway.write(direct, change);
    return gateway.acknowledgement(change.replyTo());
  }

  private Reply ask(MessageChange change) {
    gateway.write(direct, change);
    return gateway.reply(change.replyTo());
  }

  private static String id() {
    return UUID.randomUUID().toString();
  }

  private static String word() {
    return "w" + UUID.randomUUID().toString().replace("-", "");
  }
}
