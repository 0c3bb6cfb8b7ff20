package dev.parley.deploy.acceptance.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.deploy.acceptance.frame.FrameClient;
import dev.parley.deploy.acceptance.line.Reply;
import dev.parley.deploy.acceptance.people.OnParley;
import dev.parley.deploy.acceptance.people.People;
import dev.parley.deploy.acceptance.people.Person;
import dev.parley.deploy.acceptance.program.Outcome;
import dev.parley.deploy.acceptance.program.Programs;
import dev.parley.deploy.acceptance.stack.ParleyStack;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnParley
class FilesIT {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final byte[] BYTES = "the file\n".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  private final String password = People.password();
  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : open) {
      each.close();
    }
  }

  @Test
  void aFileGoesToMembersAndIsGoneWithItsMessage(ParleyStack stack) throws IOException {
    // Given
    FrameClient anna = open(stack);
    FrameClient bert = open(stack);
    FrameClient eve = open(stack);
    String bertsHandle = People.unique("bert");
    FileClient annas = files(stack, register(anna, People.unique("anna")));
    FileClient berts = files(stack, register(bert, bertsHandle));
    FileClient eves = files(stack, register(eve, People.unique("eve")));
    String upload = annas.begin("../../evil name.txt", BYTES);
    String file = upload.substring(upload.lastIndexOf('/') + 1);
    annas.append(upload, 0, BYTES, -1);

    // When
    JsonNode sent = send(anna, "@" + bertsHandle, file, "c1");
    JsonNode seen = bert.awaitEvent("message");

    // Then
    assertThat(seen.path("text").asText()).isEqualTo("evil name.txt");
    assertThat(seen.path("attachment").path("id").asText()).isEqualTo(file);
    assertThat(seen.path("attachment").path("mediaType").asText()).isEqualTo("text/plain");
    assertThat(sent.path("attachment")).isEqualTo(seen.path("attachment"));
    try (InputStream got = berts.get(file, 4)) {
      assertThat(got).hasBinaryContent("file\n".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(eves.status(file)).isEqualTo(404);
    assertThat(send(anna, "@" + bertsHandle, file, "c1").path("seq")).isEqualTo(sent.path("seq"));
    assertThat(send(anna, "#lobby", file, "c2").path("code").asText()).isEqualTo("bad_command");
    assertThat(send(eve, "#lobby", file, "c3").path("code").asText()).isEqualTo("no_such_file");

    // When
    anna.ask(
        "delete",
        Map.of(
            "conversation", sent.path("conversation").asText(),
            "seq", sent.path("seq").asLong(),
            "clientId", "d1"));

    // Then
    assertThat(berts.status(file)).isEqualTo(404);
    await().atMost(LIMIT).untilAsserted(() -> assertThat(inStore(stack, file)).isEmpty());
  }

  @Test
  void curlSendsAndGetsFilesForPeopleAtALineDoor(People people, ParleyStack stack)
      throws IOException {
    // Given
    assertThat(Programs.missing("curl"))
        .as("programs to be installed: see CONTRIBUTING.md")
        .isEmpty();
    Person anna = people.online("anna");
    Person bert = people.online("bert");
    Path file = Files.write(folder.resolve("it's my file.txt"), BYTES);

    // When
    Reply offer = anna.ask("file @" + bert + " it's my file.txt " + BYTES.length);
    Outcome sent = shell(offer.rows().get(1));

    // Then
    assertThat(sent.out()).startsWith("sent to @").endsWith(" as message 1\n");
    String line = fileOffered(bert);
    assertThat(line)
        .matches(
            "\\* file @"
                + anna
                + " 1 9 http://localhost:\\d+/api/files/once/\\S+ it's my file.txt");

    // When
    Files.delete(file);
    Outcome got = shell("curl -fsSOJ " + line.split(" ")[5]);
    Outcome again = shell("curl -fsSOJ " + line.split(" ")[5]);

    // Then
    assertThat(got.status()).as(got.errors()).isZero();
    assertThat(file).hasBinaryContent(BYTES);
    assertThat(again.status()).isNotZero();
    assertThat(shell(offer.rows().get(1)).status()).isNotZero();
    assertThat(bert.ask("get @" + anna + " 1").rows().getFirst()).contains("/api/files/once/");
  }

  @Test
  void aFileWaitsForWhoIsAway(People people) {
    // Given
    Person anna = people.online("anna");
    Person bert = people.registered("bert");
    Path file = folder.resolve("a.txt");

    // When
    Reply offer = anna.ask("file @" + bert + " a.txt " + BYTES.length);
    write(file);
    shell(offer.rows().get(1));
    bert.login();

    // Then
    assertThat(fileOffered(bert)).startsWith("* file @" + anna + " 1 9 ");
  }

  private static String fileOffered(Person reader) {
    return reader.client().awaitEvent("* file", event -> event.kind().equals("file")).line();
  }

  private void write(Path file) {
    try {
      Files.write(file, BYTES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Outcome shell(String command) {
    return Programs.run(List.of("sh", "-c", "cd '" + folder + "' && " + command), Map.of(), "");
  }

  private static List<Path> inStore(ParleyStack stack, String file) throws IOException {
    try (Stream<Path> all = Files.walk(stack.home())) {
      return all.filter(path -> path.toString().contains(file)).toList();
    }
  }

  private FrameClient open(ParleyStack stack) {
    FrameClient client = FrameClient.open(stack.frames());
    open.add(client);
    return client;
  }

  private FileClient files(ParleyStack stack, String token) {
    FileClient client = new FileClient(stack.web(), token);
    open.add(client);
    return client;
  }

  private String register(FrameClient client, String handle) {
    return client
        .ask("register", Map.of("user", handle, "password", password))
        .path("token")
        .asText();
  }

  private static JsonNode send(FrameClient client, String to, String file, String clientId) {
    return client.ask(
        "send", Map.of("to", to, "text", "", "attachment", file, "clientId", clientId));
  }
}
