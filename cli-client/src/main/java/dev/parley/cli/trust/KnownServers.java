package dev.parley.cli.trust;

import dev.parley.cli.config.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The file `known_servers`: a line for each server, `host:port SHA256 fingerprint`, as ssh keeps
/// `known_hosts`. Lines that begin with `#` are remarks.
public final class KnownServers {

  private static final String ALGORITHM = "SHA256";

  private final Path file;

  /// Reads nothing yet.
  ///
  /// @param file where it lies
  public KnownServers(Path file) {
    this.file = file;
  }

  /// {@return what was confirmed for a server}
  ///
  /// @param server host and port
  public Optional<Fingerprint> find(String server) {
    return lines().stream()
        .map(line -> line.strip().split("\\s+"))
        .filter(words -> words.length == 3 && words[0].equals(server))
        .filter(words -> words[1].equals(ALGORITHM))
        .map(words -> new Fingerprint(words[2]))
        .findFirst();
  }

  /// Remembers a certificate.
  ///
  /// @param server host and port
  /// @param fingerprint what a person has confirmed
  public void add(String server, Fingerprint fingerprint) {
    List<String> lines = new ArrayList<>(lines());
    lines.add(server + " " + ALGORITHM + " " + fingerprint);
    try {
      PrivateFiles.write(file, String.join("\n", lines) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  /// {@return where it lies}
  public Path path() {
    return file;
  }

  private List<String> lines() {
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
