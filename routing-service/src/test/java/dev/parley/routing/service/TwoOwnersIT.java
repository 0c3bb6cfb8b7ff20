package dev.parley.routing.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.contracts.ConversationId;
import dev.parley.contracts.ReplyTo;
import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.conversation.Post;
import dev.parley.contracts.delivery.Acknowledged;
import dev.parley.routing.batch.RecordingPublisher;
import dev.parley.routing.batch.postgres.JdbcStorage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/// Two instances write to one database from one log, as when one was paused and does not know that
/// its time is over.
@ServiceTest
class TwoOwnersIT {
  private static final int CONVERSATIONS = 10;
  private static final int POSTS = 40;

  private final JdbcStorage storage;

  TwoOwnersIT(DataSource dataSource) {
    storage = new JdbcStorage(dataSource);
  }

  @Test
  void storeEachPostOnceInOneOrderWithoutHoles() {
    try (TestGateway gateway = TestGateway.open()) {
      // Given
      String alice = gateway.account("alice");
      List<String> others =
          IntStream.range(0, CONVERSATIONS).mapToObj(i -> gateway.account("bob")).toList();
      List<String> accounts = new ArrayList<>(others);
      accounts.add(alice);
      RecordingPublisher second = new RecordingPublisher();
      Map<Long, String> sent = new HashMap<>();

      // When
      try (SecondOwner _ = new SecondOwner(storage, second, accounts)) {
        for (int i = 0; i < POSTS; i++) {
          for (String other : others) {
            sent.put(post(gateway, alice, other, i), ConversationId.direct(alice, other));
          }
        }
        await()
            .atMost(TestGateway.LIMIT)
            .untilAsserted(() -> {
              assertThat(requests(gateway.acknowledged().toList())).containsAll(sent.keySet());
              assertThat(requests(second.acknowledged())).containsAll(sent.keySet());
            });
      }

      // Then
      for (String other : others) {
        assertThat(storage.entries(ConversationId.direct(alice, other)))
            .extracting(Entry::seq)
            .containsExactlyElementsOf(LongStream.rangeClosed(1, POSTS).boxed().toList());
      }
      assertThat(second.acknowledged())
          .allSatisfy(each -> assertThat(gateway.acknowledged()).contains(each));
    }
  }

  private static long post(TestGateway gateway, String sender, String other, int number) {
    ReplyTo replyTo = gateway.nextReplyTo();
    String direct = ConversationId.direct(sender, other);
    gateway.write(direct, new Post(direct, sender, "m" + number, "text", replyTo));
    return replyTo.request();
  }

  private static List<Long> requests(List<Acknowledged> acknowledged) {
    return acknowledged.stream().map(Acknowledged::request).toList();
  }
}
