package dev.parley.gateway.request.message;

import dev.parley.contracts.conversation.Entry;
import dev.parley.contracts.delivery.HistoryPage;
import dev.parley.contracts.delivery.MessageState;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Finds what changes have made of messages.
final class States {
  private States() {}

  static Map<Long, MessageState> bySeq(HistoryPage page) {
    return page.states().stream()
        .collect(Collectors.toUnmodifiableMap(MessageState::seq, Function.identity()));
  }

  static boolean isDeleted(HistoryPage page, Entry message) {
    return page.states().stream()
        .anyMatch(state -> state.seq() == message.seq() && state.deleted());
  }
}
