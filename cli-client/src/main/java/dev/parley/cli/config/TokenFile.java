package dev.parley.cli.config;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.cli.frame.Frames;
import dev.parley.cli.session.Account;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The session that a person agreed to keep, one file of mode 600 for each server.
public final class TokenFile {

  private final Path file;

  /// Reads and writes nothing yet.
  ///
  /// @param places of the person
  /// @param server host and port
  public TokenFile(Places places, String server) {
    String name = server.replaceAll("[^A-Za-z0-9.-]", "_");
    this.file = places.state().resolve("session-" + name + ".json");
  }

  /// {@return what was kept; nothing where the file is missing or is none of ours}
  public Optional<Account> read() {
    try {
      JsonNode kept = Frames.JSON.readTree(Files.readString(file));
      String user = Frames.text(kept, "user");
      String token = Frames.text(kept, "token");
      return user.isEmpty() || token.isEmpty()
          ? Optional.empty()
          : Optional.of(new Account(user, token));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /// Keeps a session.
  ///
  /// @param account the session
  /// @throws IOException if the file cannot be written
  public void write(Account account) throws IOException {
    String json =
        Frames.JSON
            .createObjectNode()
            .put("user", account.user())
            .put("token", account.token())
            .toString();
    PrivateFiles.write(file, json + "\n");
  }

  /// Forgets what was kept.
  public void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException _) {
      // It cannot be read either, then; and the server has ended the session.
    }
  }

  /// {@return where it lies}
  public Path path() {
    return file;
  }
}
