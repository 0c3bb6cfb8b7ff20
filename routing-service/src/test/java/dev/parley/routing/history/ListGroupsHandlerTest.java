package dev.parley.routing.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.contracts.ReplyTo;
import dev.parley.contracts.delivery.GroupList;
import dev.parley.contracts.delivery.GroupSummary;
import dev.parley.contracts.query.ListGroups;
import dev.parley.routing.account.Accounts;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ListGroupsHandlerTest {
  private final FakeHistoryStore store = new FakeHistoryStore();
  private final Accounts accounts = new Accounts();

  @Test
  void listsOwnAndOpenGroupsAndTheLobbyByName() {
    // Given
    accounts.add("alice", 1);
    store.withOwnGroup("#zoo").withOpenGroup("#art").withOwnGroup("#mine").withOpenGroup("#mine");

    // When
    GroupList list = list();

    // Then
    assertThat(list.groups())
        .containsExactly(
            new GroupSummary("#art", 2),
            new GroupSummary("#lobby", 1),
            new GroupSummary("#mine", 2),
            new GroupSummary("#zoo", 2));
  }

  @Test
  void keepsOnesOwnWhenThereAreTooMany() {
    // Given
    store.withOwnGroup("#zoo");
    IntStream.range(0, 2_000).forEach(i -> store.withOpenGroup("#a" + i));

    // When
    GroupList list = list();

    // Then
    assertThat(list.groups()).hasSize(1_000).contains(new GroupSummary("#zoo", 2));
  }

  private GroupList list() {
    return (GroupList)
        new ListGroupsHandler(store, accounts).answer(new ListGroups("alice", new ReplyTo("g", 1)));
  }
}
