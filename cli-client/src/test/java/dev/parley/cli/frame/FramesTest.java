package dev.parley.cli.frame;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class FramesTest {
  private static final String ATTACHMENT =
      "\"attachment\":{\"id\":\"0a\",\"name\":\"encrypted\",\"size\":28,\"sha256\":\"there\"}";

  @Test
  void saysWhyATextWasNotOpened() throws JsonProcessingException {
    // Given
    JsonNode frame = frame("{\"text\":\"\",\"sealed\":\"altered\"}");

    // Then
    assertThat(Frames.shown(frame))
        .isEqualTo("[encrypted, and not shown: it was altered on its way]");
    assertThat(Frames.sealed(frame)).isEqualTo("altered");
  }

  @Test
  void showsWhatWasOpened() throws JsonProcessingException {
    assertThat(Frames.shown(frame("{\"text\":\"hello\",\"sealed\":\"open\"}"))).isEqualTo("hello");
    assertThat(Frames.sealed(frame("{\"text\":\"hello\"}"))).isNull();
  }

  @Test
  void readsWhatOpensAFile() throws JsonProcessingException {
    // When
    FileRef file =
        FileRef.of(
            frame(
                "{\"sealed\":\"open\","
                    + ATTACHMENT
                    + ",\"file\":{\"name\":\"cat.png\",\"size\":12,\"sha256\":\"here\",\"key\":\"k\"}}"));

    // Then
    assertThat(file)
        .isEqualTo(new FileRef("0a", "cat.png", 12, "here", new FileRef.Stored(28, "there", "k")));
    assertThat(file).asString().doesNotContain("key");
  }

  @Test
  void offersNoFileThatNoSealedTextNames() throws JsonProcessingException {
    assertThat(FileRef.of(frame("{\"sealed\":\"open\"," + ATTACHMENT + "}"))).isNull();
    assertThat(FileRef.of(frame("{" + ATTACHMENT + "}")))
        .isEqualTo(new FileRef("0a", "encrypted", 28, "there"));
  }

  private static JsonNode frame(String json) throws JsonProcessingException {
    return Frames.JSON.readTree(json);
  }
}
