package dev.parley.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedAssetsTest {
  private static final Map<String, String> FILES =
      Map.of(
          "/assets/packed.txt", "a.js\nb.css\n", "/assets/a.js.gz", "A", "/assets/b.css.gz", "B");

  private final PackedAssets assets = new PackedAssets(files(FILES));

  @ParameterizedTest
  @ValueSource(
      strings = {"gzip", "gzip, deflate, br, zstd", "br,GZIP;q=0.5", "deflate, gzip ; q=1.0"})
  void givesThePackedFileToWhoTakesIt(String accepted) {
    assertThat(assets.find("/assets/a.js", accepted)).hasToString("A");
    assertThat(assets.find("/assets/b.css", accepted)).hasToString("B");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "br", "identity", "gzip;q=0", "deflate, gzip; q=0.000", "x-gzip2"})
  void leavesTheOthersTheFileItself(String accepted) {
    assertThat(assets.find("/assets/a.js", accepted)).isNull();
    assertThat(assets.find("/assets/a.js", null)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/assets/c.js", "/a.js", "/assets/packed.txt", "/assets/../assets/a.js"})
  void knowsNoFileButThose(String path) {
    assertThat(assets.find(path, "gzip")).isNull();
  }

  @Test
  void hasNothingWhereThePageWasLeftOut() {
    assertThat(new PackedAssets(files(Map.of())).find("/assets/a.js", "gzip")).isNull();
  }

  private static Function<String, @Nullable InputStream> files(Map<String, String> texts) {
    return path -> {
      String text = texts.get(path);
      return text == null ? null : new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    };
  }
}
