package dev.parley.routing.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.parley.routing.history.HistoryStore.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTest {
  @Test
  void isReadBackFromItsToken() {
    Place place = new Place(1_700_000_000_123L, new Position(5, 7));

    assertThat(Place.of(place.token())).isEqualTo(place);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "1-2", "1-2-3-4", "a-b-c", "1-2--3", "99999999999999999999-1-1", "1-2-3 "})
  void isNotReadFromAnythingElse(String token) {
    assertThatExceptionOfType(QuerySyntaxException.class).isThrownBy(() -> Place.of(token));
  }
}
