package dev.parley.deploy.local.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.parley.deploy.local.home.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/// `run/state.json`, replaced as a whole so that a reader never sees half of it.
public final class StateFile {

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private final Path file;

  /// Names the file of a data folder.
  ///
  /// @param home the data folder
  public StateFile(Home home) {
    this.file = home.run().resolve("state.json");
  }

  /// Replaces the file.
  ///
  /// @param state what it holds from now on
  public synchronized void write(RunState state) {
    try {
      Path fresh = file.resolveSibling("state.json.new");
      Files.writeString(fresh, json(state));
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// {@return what the file holds; empty if there is none, or one of another version}
  public Optional<RunState> read() {
    try {
      return Optional.of(JSON.readValue(Files.readString(file), RunState.class));
    } catch (NoSuchFileException | JsonProcessingException _) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Deletes the file, if it is there.
  public synchronized void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// {@return a value as indented JSON}
  ///
  /// @param value a record or map
  public static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
