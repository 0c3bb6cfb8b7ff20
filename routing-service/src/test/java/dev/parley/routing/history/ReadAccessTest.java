package dev.parley.routing.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.ErrorCode;
import dev.parley.contracts.ReplyTo;
import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.delivery.BlockChecked;
import dev.parley.contracts.delivery.HistoryPage;
import dev.parley.contracts.delivery.MemberList;
import dev.parley.contracts.delivery.MutedMember;
import dev.parley.contracts.delivery.Refused;
import dev.parley.contracts.delivery.Reply;
import dev.parley.contracts.query.CheckBlock;
import dev.parley.contracts.query.FetchHistory;
import dev.parley.contracts.query.ListMembers;
import dev.parley.routing.account.AccountLookup;
import dev.parley.routing.account.Accounts;
import dev.parley.routing.conversation.ConversationKind;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadAccessTest {
  private static final ReplyTo REPLY_TO = new ReplyTo("g", 1);

  private final FakeHistoryStore store = new FakeHistoryStore();
  private final Accounts accounts = new Accounts();
  private final AccountLookup lookup = new AccountLookup(accounts, () -> CompletableFuture.allOf());
  private final ReadAccess access = new ReadAccess(lookup);

  @BeforeEach
  void fill() {
    accounts.add("alice", 1);
    accounts.add("bob", 1);
    store
        .withConversation("#mine", ConversationKind.CLOSED_GROUP, true)
        .withConversation("#theirs", ConversationKind.CLOSED_GROUP, false)
        .withConversation("#open", ConversationKind.OPEN_GROUP, false)
        .withConversation("#lobby", ConversationKind.LOBBY, true)
        .withConversation("@alice+zoe", ConversationKind.DIRECT, true);
  }

  @ParameterizedTest
  @CsvSource({"#mine", "#lobby", "@alice+zoe", "@alice+bob"})
  void letsMembersRead(String conversation) {
    assertThat(history(conversation)).isInstanceOf(HistoryPage.class);
  }

  @ParameterizedTest
  @CsvSource({
    "#theirs, NO_SUCH_GROUP",
    "#none, NO_SUCH_GROUP",
    "#open, NOT_MEMBER",
    "@bob+carol, BAD_COMMAND",
    "@alice, BAD_COMMAND",
    "@alice+ghost, NO_SUCH_USER",
    "!alice, BAD_COMMAND"
  })
  void tellsOthersWhyNot(String conversation, ErrorCode code) {
    assertThat(((Refused) history(conversation)).code()).isEqualTo(code);
  }

  @Test
  void answersAClosedGroupOfOthersInTheSameWordsAsNone() {
    // When
    String theirs = ((Refused) history("#theirs")).message();
    String none = ((Refused) history("#none")).message();

    // Then
    assertThat(theirs.replace("#theirs", "#none")).isEqualTo(none);
  }

  @Test
  void answersADirectConversationWithoutMessagesWithAnEmptyPage() {
    assertThat(history("@alice+bob")).isEqualTo(new HistoryPage(1, List.of(), List.of(), null));
  }

  @Test
  void turnsAPageOldestFirstAndBoundsIt() {
    // When
    HistoryPage page = (HistoryPage) history("#mine");

    // Then
    assertThat(page.messages()).hasSize(200).extracting(Entry::seq).isSorted();
  }

  @Test
  void listsMembersToMembersAndEverybodyInTheLobby() {
    assertThat(members("#mine")).isEqualTo(new MemberList(1, List.of("alice", "bob")));
    assertThat(members("#lobby")).isEqualTo(new MemberList(1, List.of("alice", "bob")));
    assertThat(((Refused) members("#theirs")).code()).isEqualTo(ErrorCode.NO_SUCH_GROUP);
    assertThat(((Refused) members("@alice+bob")).code()).isEqualTo(ErrorCode.BAD_COMMAND);
  }

  @Test
  void tellsMembersWhoMayNotWrite() {
    // Given
    MutedMember bob = new MutedMember("bob", 2L);
    store.withMuted(bob);

    // Then
    assertThat(members("#mine"))
        .isEqualTo(new MemberList(1, List.of("alice", "bob"), List.of(bob)));
    assertThat(members("#lobby"))
        .isEqualTo(new MemberList(1, List.of("alice", "bob"), List.of(bob)));
  }

  @Test
  void tellsOfBlocksOfKnownAccountsOnly() {
    // Given
    CheckBlockHandler handler = new CheckBlockHandler(store, lookup);

    // Then
    assertThat(handler.answer(new CheckBlock("alice", "bob", REPLY_TO)))
        .isEqualTo(new BlockChecked(1, true));
    assertThat(((Refused) handler.answer(new CheckBlock("alice", "ghost", REPLY_TO))).code())
        .isEqualTo(ErrorCode.NO_SUCH_USER);
  }

  private Reply history(String conversation) {
    return new FetchHistoryHandler(store, access)
        .answer(new FetchHistory("alice", conversation, null, 9_999, REPLY_TO));
  }

  private Reply members(String conversation) {
    return new ListMembersHandler(store, access, accounts, InstantSource.system())
        .answer(new ListMembers("alice", conversation, REPLY_TO));
  }
}
