package dev.parley.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.gateway.file.FileConfig;
import dev.parley.gateway.file.s3.S3Config;
import dev.parley.gateway.file.s3.S3FileStore;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the files of `deploy` set is what the gateway reads: a wrong name would be passed over in
/// silence.
class DeployedSettingsTest {
  private static final Path DEPLOY = Path.of("..", "deploy");
  private static final Pattern VARIABLE = Pattern.compile("\\bPARLEY_GATEWAY_[A-Z0-9_]+");
  private static final Pattern SET = Pattern.compile("(?m)^ +(PARLEY_[A-Z0-9_]+): *(.*)$");
  private static final Pattern FILLED_IN = Pattern.compile("\\$\\{([A-Z0-9_]+)(?::[-?]([^}]*))?}");
  private static final Pattern OF_KEY_PAIR = Pattern.compile("#(parley\\.gateway[a-z0-9.-]+)=");

  @Test
  void deployedVariablesAreSettings() throws IOException {
    // When
    Set<String> deployed =
        VARIABLE.matcher(deployed()).results().map(MatchResult::group).collect(Collectors.toSet());

    // Then
    assertThat(deployed).hasSizeGreaterThan(15).isSubsetOf(settings());
  }

  @Test
  void composeForABucketSaysAllThatABucketNeeds() throws IOException {
    // Given
    Map<String, String> environment =
        composed(Map.of("PARLEY_S3_ENDPOINT", "https://s3.example", "PARLEY_S3_BUCKET", "files"));

    // When
    SmallRyeConfig config = config(environment, keyPair());

    // Then
    S3Config bucket = config.getConfigMapping(S3Config.class);
    assertThat(config.getConfigMapping(FileConfig.class).store()).isEqualTo(FileConfig.Store.S3);
    assertThat(bucket.endpoint()).contains(URI.create("https://s3.example"));
    assertThat(bucket.bucket()).contains("files");
    assertThat(bucket.region()).isEqualTo("us-east-1");
    assertThat(bucket.pathStyle()).isTrue();
    assertThat(S3FileStore.of(bucket, InstantSource.system())).isNotNull();
  }

  @Test
  void composeForABucketLeavesTheEndpointToAmazonUnlessItIsNamed() throws IOException {
    // When
    S3Config bucket =
        config(composed(Map.of("PARLEY_S3_BUCKET", "files")), keyPair())
            .getConfigMapping(S3Config.class);

    // Then
    assertThat(bucket.endpoint()).isEmpty();
  }

  @Test
  void composeForABucketDoesNotStartWithoutTheKeyPair() throws IOException {
    // Given
    S3Config bucket =
        config(composed(Map.of("PARLEY_S3_BUCKET", "files")), Map.of())
            .getConfigMapping(S3Config.class);

    // When / Then
    assertThatIllegalArgumentException()
        .isThrownBy(() -> S3FileStore.of(bucket, InstantSource.system()))
        .withMessageContaining("access-key must be set");
  }

  private static Map<String, String> composed(Map<String, String> environment) throws IOException {
    Map<String, String> set = new HashMap<>();
    String compose = Files.readString(DEPLOY.resolve("compose.s3.yaml"));
    SET.matcher(compose)
        .results()
        .forEach(line -> set.put(line.group(1), filledIn(line.group(2), environment)));
    assertThat(set).hasSizeGreaterThan(4);
    return set;
  }

  private static String filledIn(String value, Map<String, String> environment) {
    return FILLED_IN
        .matcher(value)
        .replaceAll(found -> environment.getOrDefault(found.group(1), found.group(2)));
  }

  /// As `make-secrets` prepares it, filled in.
  private static Map<String, String> keyPair() throws IOException {
    String script = Files.readString(DEPLOY.resolve("make-secrets"));
    return OF_KEY_PAIR
        .matcher(script)
        .results()
        .collect(Collectors.toMap(found -> found.group(1), _ -> "filled-in"));
  }

  private static SmallRyeConfig config(Map<String, String> environment, Map<String, String> file) {
    return new SmallRyeConfigBuilder()
        .withMapping(FileConfig.class)
        .withMapping(S3Config.class)
        .withSources(new EnvConfigSource(environment, 300))
        .withSources(new PropertiesConfigSource(file, "service.properties", 260))
        .withConverter(Duration.class, 100, new DurationConverter())
        .build();
  }

  private static Set<String> settings() {
    return ConfigTest.defaults()
        .map(each -> (Class<?>) each.get()[0])
        .flatMap(DeployedSettingsTest::settings)
        .collect(Collectors.toSet());
  }

  private static Stream<String> settings(Class<?> mapping) {
    String prefix = mapping.getAnnotation(ConfigMapping.class).prefix().replace('.', '_');
    return Arrays.stream(mapping.getDeclaredMethods())
        .map(method -> prefix + "_" + method.getName().replaceAll("([A-Z])", "_$1"))
        .map(name -> name.toUpperCase(Locale.ROOT));
  }

  private static String deployed() throws IOException {
    StringBuilder all = new StringBuilder();
    for (String folder : List.of("", "kubernetes", "kubernetes/s3")) {
      try (DirectoryStream<Path> files =
          Files.newDirectoryStream(DEPLOY.resolve(folder), "*.yaml")) {
        for (Path file : files) {
          all.append(Files.readString(file));
        }
      }
    }
    return all.toString();
  }
}
