package dev.parley.deploy.acceptance.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.deploy.acceptance.frame.FrameClient;
import dev.parley.deploy.acceptance.people.OnParley;
import dev.parley.deploy.acceptance.people.People;
import dev.parley.deploy.acceptance.stack.ParleyStack;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/// A file goes up and down while connections are cut and the gateway is killed, at points that a
/// seed decides. By default small; the large run is `-Dparley.files.mebibytes=100
/// -Dparley.files.kills=20`.
@OnParley
class FileKillsIT {
  private static final int MEBIBYTE = 1024 * 1024;
  private static final int MEBIBYTES = Integer.getInteger("parley.files.mebibytes", 8);
  private static final int KILLS = Integer.getInteger("parley.files.kills", 4);
  private static final long SEED = Long.getLong("parley.files.seed", 7);
  private static final Duration HEAL = Duration.ofMinutes(2);

  private final Random random = new Random(SEED);
  private int sentTwice;
  private int kills;

  @Test
  void aFileArrivesWholeWhateverBreaks(ParleyStack stack) throws IOException {
    // Given
    byte[] bytes = new byte[MEBIBYTES * MEBIBYTE];
    random.nextBytes(bytes);
    String password = People.password();
    String anna = People.unique("anna");
    String token;
    try (FrameClient frames = FrameClient.open(stack.frames())) {
      token =
          frames.ask("register", Map.of("user", anna, "password", password)).path("token").asText();
    }
    try (FileClient files = new FileClient(stack.web(), token)) {
      // When
      long begin = System.nanoTime();
      String upload = upload(files, bytes, stack);
      String file = upload.substring(upload.lastIndexOf('/') + 1);
      send(stack, token, anna, file);
      byte[] got = download(files, file, bytes.length, stack);
      Files.writeString(
          Path.of("target", "file-kills.md"),
          "%d MiB up and down, %d kills, %d chunks of 1 MiB sent twice, %d s, seed %d%n"
              .formatted(
                  MEBIBYTES,
                  kills,
                  sentTwice,
                  Duration.ofNanos(System.nanoTime() - begin).toSeconds(),
                  SEED));

      // Then
      assertThat(FileClient.sha256(got)).isEqualTo(FileClient.sha256(bytes));
      assertThat(kills).isEqualTo(KILLS);
      assertThat(sentTwice).as("chunks sent twice, seed %d", SEED).isLessThanOrEqualTo(kills);
    }
  }

  /// Half of the kills meet the way up: every other one the gateway, else the connection.
  private String upload(FileClient files, byte[] bytes, ParleyStack stack) throws IOException {
    String upload = files.begin("large.bin", bytes);
    int upKills = KILLS / 2;
    int offset = 0;
    int highest = 0;
    while (offset < bytes.length) {
      byte[] chunk = Arrays.copyOfRange(bytes, offset, Math.min(bytes.length, offset + MEBIBYTE));
      boolean kill = upKills > 0 && isPoint(offset, bytes.length, upKills);
      if (offset < highest) {
        sentTwice++;
      }
      highest = Math.max(highest, offset + (kill ? chunk.length : 0));
      try {
        if (kill) {
          upKills--;
          offset = appendBroken(files, upload, offset, chunk, stack);
        } else {
          offset = files.append(upload, offset, chunk, -1);
        }
      } catch (IOException e) {
        offset =
            await().atMost(HEAL).ignoreExceptions().until(() -> files.offset(upload), at -> true);
      }
    }
    return upload;
  }

  private int appendBroken(
      FileClient files, String upload, int offset, byte[] chunk, ParleyStack stack)
      throws IOException {
    kills++;
    if (kills % 2 == 0) {
      return files.append(upload, offset, chunk, random.nextInt(chunk.length));
    }
    CompletableFuture<Void> killed = CompletableFuture.runAsync(() -> stack.kill("gateway-1"));
    try {
      return files.append(upload, offset, chunk, -1);
    } finally {
      killed.join();
    }
  }

  private byte[] download(FileClient files, String file, int size, ParleyStack stack) {
    ByteArrayOutputStream got = new ByteArrayOutputStream(size);
    int downKills = KILLS - kills;
    while (got.size() < size) {
      int from = got.size();
      int left = downKills;
      int until =
          left == 0 ? size : from + 1 + random.nextInt(Math.max(1, (size - from) / (left + 1)));
      await()
          .atMost(HEAL)
          .ignoreExceptions()
          .until(() -> read(files, file, got, until) || got.size() > from);
      if (left > 0) {
        downKills--;
        kills++;
        if (kills % 2 == 1) {
          stack.kill("gateway-1");
        }
      }
    }
    return got.toByteArray();
  }

  /// Reads from where it is up to a point, and cuts the connection there.
  private static boolean read(FileClient files, String file, ByteArrayOutputStream got, int until)
      throws IOException {
    try (InputStream bytes = files.get(file, got.size())) {
      byte[] buffer = new byte[64 * 1024];
      while (got.size() < until) {
        int read = bytes.read(buffer, 0, Math.min(buffer.length, until - got.size()));
        if (read < 0) {
          return false;
        }
        got.write(buffer, 0, read);
      }
      return true;
    }
  }

  /// Spreads what is left of the kills over what is left of the file.
  private boolean isPoint(int offset, int size, int left) {
    int chunks = (size - offset + MEBIBYTE - 1) / MEBIBYTE;
    return random.nextInt(Math.max(1, chunks)) < left;
  }

  private static void send(ParleyStack stack, String token, String to, String file) {
    await()
        .atMost(HEAL)
        .ignoreExceptions()
        .untilAsserted(() -> {
          try (FrameClient frames = FrameClient.open(stack.frames())) {
            frames.ask("resume", Map.of("token", token));
            JsonNode sent =
                frames.ask(
                    "send",
                    Map.of("to", "@" + to, "text", "", "attachment", file, "clientId", "c1"));
            assertThat(sent.path("type").asText()).isEqualTo("ok");
          }
        });
  }
}
