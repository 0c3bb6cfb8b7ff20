package dev.parley.auth.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.auth.password.PasswordHashing.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class PasswordHashingTest {
  @Test
  void checksAPasswordAgainstItsHash() {
    // Given
    try (Place place = Hashings.cheap().enter().orElseThrow()) {
      Optional<String> stored = Optional.of(place.hash(Secrets.of("right one")));

      // When
      boolean right = place.matches(Secrets.of("right one"), stored);
      boolean wrong = place.matches(Secrets.of("wrong one"), stored);

      // Then
      assertThat(right).isTrue();
      assertThat(wrong).isFalse();
    }
  }

  @Test
  void doesNotHashWhatIsTooLongToBeAPassword() {
    // Given: a stored text that would fail if it were looked at
    Optional<String> stored = Optional.of("no PHC string");
    try (Place place = Hashings.cheap().enter().orElseThrow()) {

      // When
      boolean matches = place.matches(Secrets.of("x".repeat(5_000_000)), stored);

      // Then
      assertThat(matches).isFalse();
    }
  }

  @Test
  void isBusyWhenEveryPlaceIsTaken() {
    // Given
    PasswordHashing hashing = Hashings.impatient();
    List<Place> taken = new ArrayList<>();
    for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
      taken.add(hashing.enter().orElseThrow());
    }

    // When
    Optional<Place> oneMore = hashing.enter();

    // Then
    assertThat(oneMore).isEmpty();
    taken.forEach(Place::close);
  }

  @Test
  void letsTheNextOneInWhenAPlaceIsGivenBack() {
    // Given
    PasswordHashing hashing = Hashings.impatient();
    for (int i = 0; i < 100; i++) {
      hashing.enter().orElseThrow().close();
    }

    // When
    Optional<Place> oneMore = hashing.enter();

    // Then
    assertThat(oneMore).isPresent();
  }

  @Test
  void findsAHashOfAnotherCostOutdated() {
    // Given
    String dear;
    try (Place place =
        Hashings.with(Map.of("parley.auth.password.iterations", "2")).enter().orElseThrow()) {
      dear = place.hash(Secrets.of("password of old"));
    }
    try (Place place = Hashings.cheap().enter().orElseThrow()) {

      // When
      boolean outdated = place.isOutdated(dear);

      // Then
      assertThat(outdated).isTrue();
      assertThat(place.isOutdated(place.hash(Secrets.of("x")))).isFalse();
    }
  }

  @Test
  void failsWithoutQuotingABrokenHash() {
    // Given
    try (Place place = Hashings.cheap().enter().orElseThrow()) {

      // When / Then
      assertThatThrownBy(() -> place.matches(Secrets.of("any"), Optional.of("$broken")))
          .isInstanceOf(CompletionException.class)
          .hasMessageNotContaining("$broken");
    }
  }
}
