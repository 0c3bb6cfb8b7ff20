package dev.parley.routing.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConversationCacheTest {

  @Test
  void dropsWhatWasNotUsedForLongest() {
    // Given
    ConversationCache cache = new ConversationCache(2);
    cache.put(ConversationState.absent("#one"));
    cache.put(ConversationState.absent("#two"));
    cache.get("#one");

    // When
    cache.put(ConversationState.absent("#three"));

    // Then
    assertThat(cache.get("#one")).isNotNull();
    assertThat(cache.get("#two")).isNull();
    assertThat(cache.size()).isEqualTo(2);
  }
}
