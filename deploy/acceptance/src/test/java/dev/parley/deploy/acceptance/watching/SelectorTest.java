package dev.parley.deploy.acceptance.watching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SelectorTest {
  @Test
  void findsMetricsAndNeitherFunctionsNorLabels() {
    // Given
    String expression =
        "histogram_quantile(0.99, sum by (le, job) (rate(a_bucket{door=\"tcp\",x=~\"b|c\"}[5m])))"
            + " > 2 and on (instance) sum(c_total) / d";

    // When
    var found = Selector.of(expression);

    // Then
    assertThat(found)
        .containsExactly(
            new Selector("a_bucket", Map.of("door", "tcp")),
            new Selector("c_total", Map.of()),
            new Selector("d", Map.of()));
  }

  @Test
  void takesASampleThatHasTheLabelsAskedFor() {
    // Given
    Sample sample = Sample.of("# HELP a b\na_total{door=\"tcp\",reason=\"x\"} 1.0\n").getFirst();

    // Then
    assertThat(new Selector("a_total", Map.of("door", "tcp")).matches(sample)).isTrue();
    assertThat(new Selector("a_total", Map.of("door", "tls")).matches(sample)).isFalse();
    assertThat(new Selector("a", Map.of()).matches(sample)).isFalse();
  }
}
