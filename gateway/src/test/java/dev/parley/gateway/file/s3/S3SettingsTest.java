package dev.parley.gateway.file.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class S3SettingsTest {
  private static final String PREFIX = "parley.gateway.files.s3";
  private static final Map<String, String> COMPLETE =
      Map.of("bucket", "b", "access-key", "a", "secret-key", "very-secret");

  @Test
  void takesWhatIsSetAndTellsNothingThatIsSecret() {
    // When
    S3Settings settings = S3Settings.of(config("endpoint", "https://s3.example"));

    // Then
    assertThat(settings.endpoint()).isEqualTo(URI.create("https://s3.example"));
    assertThat(settings.secretKey()).isEqualTo("very-secret");
    assertThat(settings.toString()).doesNotContain("very-secret", "s3.example");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bucket", "access-key", "secret-key"})
  void namesWhatIsMissing(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> S3Settings.of(config(name, "")))
        .withMessageContaining(PREFIX + "." + name + " must be set");
  }

  @ParameterizedTest
  @CsvSource({
    "endpoint, s3.example",
    "endpoint, ftp://s3.example",
    "endpoint, http:///bucket",
    "buffer, 63K",
    "buffer, 17M"
  })
  void namesWhatIsOutOfItsLimits(String name, String value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> S3Settings.of(config(name, value)))
        .withMessageStartingWith(PREFIX + "." + name + " must be ")
        .withMessageNotContaining("very-secret");
  }

  private static S3Config config(String name, String value) {
    Map<String, String> set = new HashMap<>();
    COMPLETE.forEach((key, text) -> set.put(PREFIX + "." + key, text));
    set.put(PREFIX + "." + name, value);
    return new SmallRyeConfigBuilder()
        .withMapping(S3Config.class, PREFIX)
        .withSources(new PropertiesConfigSource(set, "test", 100))
        .withConverter(
            Duration.class, 100, new io.quarkus.runtime.configuration.DurationConverter())
        .withConverter(
            io.quarkus.runtime.configuration.MemorySize.class, 100, new MemorySizeConverter())
        .build()
        .getConfigMapping(S3Config.class);
  }
}
