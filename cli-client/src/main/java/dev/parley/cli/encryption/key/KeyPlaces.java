package dev.parley.cli.encryption.key;

import dev.parley.cli.config.Places;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.stream.Stream;

/// Where the keys of each account lie, and the passphrase where it is to be had without asking.
///
/// @param places of the person
/// @param server host and port
/// @param passphrase that the environment has; a secret
public record KeyPlaces(Places places, String server, Optional<String> passphrase) {

  /// {@return places with the passphrase of `PARLEY_PASSPHRASE`, or of the first line of the file
  /// that `PARLEY_PASSPHRASE_FILE` names}
  ///
  /// @param places of the person
  /// @param server host and port
  /// @param environment of the program
  /// @throws IOException if the file cannot be read
  public static KeyPlaces of(Places places, String server, Map<String, String> environment)
      throws IOException {
    String named = environment.getOrDefault("PARLEY_PASSPHRASE_FILE", "");
    String said =
        named.isEmpty() ? environment.getOrDefault("PARLEY_PASSPHRASE", "") : firstLine(named);
    return new KeyPlaces(places, server, Optional.of(said).filter(each -> !each.isEmpty()));
  }

  /// {@return the keyring of an account}
  ///
  /// @param user handle
  /// @param loop the thread of the client
  public Keyring keyring(String user, Executor loop) {
    Executor heavy = task -> Thread.ofVirtual().name("passphrase").start(task);
    return new Keyring(new KeyFile(file(user)), heavy, loop);
  }

  private static String firstLine(String file) throws IOException {
    try (Stream<String> lines = Files.lines(Path.of(file))) {
      return lines.findFirst().orElse("");
    } catch (InvalidPathException e) {
      throw new IOException("'" + file + "' is no path", e);
    }
  }

  private Path file(String user) {
    String name = (server + "-" + user).replaceAll("[^A-Za-z0-9.-]", "_");
    return places.data().resolve("keys").resolve(name + ".keys");
  }

  /// {@return where the keys lie; the passphrase stays out of messages and logs}
  @Override
  public String toString() {
    return places.data().toString();
  }
}
