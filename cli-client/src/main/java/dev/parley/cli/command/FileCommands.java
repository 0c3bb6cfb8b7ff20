package dev.parley.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.cli.conversation.Names;
import dev.parley.cli.file.Download;
import dev.parley.cli.file.FileChangedException;
import dev.parley.cli.file.FileServer;
import dev.parley.cli.file.ProgressBar;
import dev.parley.cli.file.SafeName;
import dev.parley.cli.file.SealedUpload;
import dev.parley.cli.file.Upload;
import dev.parley.cli.frame.Entry;
import dev.parley.cli.frame.FileRef;
import dev.parley.cli.frame.Frames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// Commands that send and get files. Transfers run beside the chat.
final class FileCommands {

  private FileCommands() {}

  static List<Command> all() {
    return List.of(
        Command.of("send", "PATH [TARGET]", "send a file", FileCommands::send),
        Command.of("get", "[TARGET] N [PATH]", "save the file of message N", FileCommands::get));
  }

  private static void send(Given given, Desk desk) throws UsageException {
    Optional<String> target =
        given.words().size() > 1 ? Names.target(given.words().getLast()) : Optional.empty();
    String last = given.word(given.words().size() - 1);
    boolean named = target.isPresent() && (last.startsWith("@") || last.startsWith("#"));
    String typed =
        named
            ? given.rest().substring(0, given.rest().length() - last.length()).strip()
            : given.after(0);
    String to = named ? target.get() : given.here();
    Path file = path(typed);
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      desk.say("there is no file " + file + " that can be read");
      return;
    }
    CompletableFuture<Boolean> sealed =
        Names.isDirect(to)
            ? desk.server()
                .ask("sealing", Frames.JSON.createObjectNode().put("conversation", to))
                .thenApply(answer -> answer.path("encrypted").asBoolean())
            : CompletableFuture.completedFuture(false);
    desk.attempt(sealed.thenAccept(isSealed -> upload(desk, file, to, isSealed)));
  }

  private static void upload(Desk desk, Path file, String to, boolean sealed) {
    String name = SafeName.of(String.valueOf(file.getFileName()));
    Consumer<String> say = line -> desk.server().later(Duration.ZERO, () -> desk.say(line));
    FileServer server = desk.files();
    ProgressBar progress = new ProgressBar(name, say);
    desk.say("sending " + name + " to " + to + (sealed ? ", encrypted" : ""));
    beside(
        desk,
        name,
        () -> {
          ObjectNode fields = Frames.JSON.createObjectNode().put("to", to).put("text", "");
          if (sealed) {
            SealedUpload.Sent sent = new SealedUpload(server, file, name, progress).run();
            fields.put("attachment", sent.id());
            sent.secret().addTo(fields);
          } else {
            fields.put("attachment", new Upload(server, file, progress).run());
          }
          desk.server().later(Duration.ZERO, () -> post(desk, to, fields));
        });
  }

  private static void post(Desk desk, String to, ObjectNode fields) {
    String me = desk.workspace().me();
    desk.attempt(desk.workspace().change("send", to, fields, answer -> sent(answer, to, me)));
  }

  private static Entry sent(JsonNode answer, String to, String me) {
    FileRef file = FileRef.of(answer);
    return new Entry.Message(
        to,
        answer.path("seq").asLong(),
        Frames.text(answer, "at"),
        me,
        file == null ? "" : file.name(),
        null,
        null,
        file,
        Frames.sealed(answer));
  }

  private static void get(Given given, Desk desk) throws UsageException {
    Given.Place place = given.place();
    Path wanted = path(place.rest().isEmpty() ? "." : place.rest());
    ObjectNode fields =
        Frames.JSON
            .createObjectNode()
            .put("conversation", place.conversation())
            .put("before", place.seq() + 1)
            .put("limit", 1);
    CompletableFuture<Void> asked =
        desk.server()
            .ask("history", fields)
            .thenAccept(answer -> {
              JsonNode message = answer.path("messages").path(0);
              FileRef file = FileRef.of(message);
              if (file == null || message.path("seq").asLong() != place.seq()) {
                desk.say("message " + place.seq() + " has no file");
              } else {
                fetch(desk, file, wanted);
              }
            });
    desk.attempt(asked);
  }

  private static void fetch(Desk desk, FileRef file, Path wanted) {
    String name = SafeName.of(file.name());
    Consumer<String> say = line -> desk.server().later(Duration.ZERO, () -> desk.say(line));
    FileServer server = desk.files();
    beside(
        desk,
        name,
        () -> {
          Path saved = new Download(server, file, wanted, new ProgressBar(name, say)).run();
          say.accept("saved " + saved);
        });
  }

  @FunctionalInterface
  private interface Transfer {
    void run() throws IOException;
  }

  /// Runs a transfer on a thread of its own; says why if it fails.
  private static void beside(Desk desk, String name, Transfer transfer) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    done.whenComplete((_, failure) -> {
      if (failure instanceof IOException || failure instanceof FileChangedException) {
        desk.server()
            .later(
                Duration.ZERO,
                () -> desk.say(name + " was not transferred: " + failure.getMessage()));
      } else if (failure != null) {
        desk.server()
            .later(Duration.ZERO, () -> desk.attempt(CompletableFuture.failedFuture(failure)));
      }
    });
    Thread.ofVirtual()
        .name("file")
        .start(() -> {
          try {
            transfer.run();
            done.complete(null);
          } catch (IOException | RuntimeException e) {
            done.completeExceptionally(e);
          }
        });
  }

  /// `~` is one's home, as a shell has it.
  private static Path path(String typed) throws UsageException {
    String home = System.getProperty("user.home", "");
    String text = typed.equals("~") || typed.startsWith("~/") ? home + typed.substring(1) : typed;
    try {
      return Path.of(text);
    } catch (InvalidPathException _) {
      throw new UsageException();
    }
  }
}
