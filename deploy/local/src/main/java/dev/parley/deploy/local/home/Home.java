package dev.parley.deploy.local.home;

import dev.parley.deploy.local.console.TroubleException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;

/// The folder of a stack, mode 700.
///
/// ```
/// version            number of this layout
/// data/              kafka, postgres, tokens, tls, ssh, secrets.properties: what must not be lost
/// data.before-TIME/  what a restore has moved away; data.new/ while it is under way
/// load-test/         the same for --load-test; deleted when that run ends
/// app/               what is running, copied from the build, so that a build cannot disturb it
/// logs/              one bounded file per process
/// run/               lock, state.json, control.sock, one properties file per service
/// ```
///
/// @param folder absolute path
public record Home(Path folder) {

  /// Makes the path absolute.
  public Home {
    folder = folder.toAbsolutePath().normalize();
  }

  /// {@return the folder that the environment names: `PARLEY_HOME`, else the user's data folder}
  ///
  /// @param environment environment variables
  public static Home of(Map<String, String> environment) {
    String home = environment.getOrDefault("PARLEY_HOME", "");
    if (!home.isEmpty()) {
      return new Home(Path.of(home));
    }
    String user = environment.getOrDefault("HOME", System.getProperty("user.home"));
    String xdg = environment.getOrDefault("XDG_DATA_HOME", "");
    Path shares = xdg.isEmpty() ? Path.of(user, ".local", "share") : Path.of(xdg);
    return new Home(shares.resolve("parley"));
  }

  /// Makes the folders, and checks that this version of Parley understands what is in them.
  ///
  /// @throws TroubleException if the folder cannot be written or was written by a newer version
  public void prepare() {
    try {
      Files.createDirectories(folder);
      restrict(folder);
      new LayoutVersion(folder).check();
      Files.createDirectories(logs());
      Files.createDirectories(run());
    } catch (IOException e) {
      throw new TroubleException(
          "the data folder " + folder + " cannot be used: " + e,
          "give yourself the right to write there, or name another folder: PARLEY_HOME=/path");
    }
  }

  /// Makes a folder inside that only its owner can read.
  ///
  /// @param inside a folder of this home
  /// @return the folder
  public Path secretFolder(Path inside) {
    try {
      Files.createDirectories(inside);
      restrict(inside);
      return inside;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// {@return where the data is}
  ///
  /// @param loadTest whether it is the throwaway data of a load test
  public Path data(boolean loadTest) {
    return folder.resolve(loadTest ? "load-test" : "data");
  }

  /// {@return the fingerprint of the host key of the ssh door, which the gateway keeps beside it;
  /// empty before its first start}
  ///
  /// @param loadTest whether it is that of a load test
  public Optional<String> sshFingerprint(boolean loadTest) {
    try {
      Path file = data(loadTest).resolve("ssh").resolve("host_ed25519.fingerprint");
      return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// {@return the folder of the log files}
  public Path logs() {
    return folder.resolve("logs");
  }

  /// {@return the folder of what belongs to one run}
  public Path run() {
    return folder.resolve("run");
  }

  /// {@return the folder of the programs that run}
  public Path app() {
    return folder.resolve("app");
  }

  /// {@return whether a stack has ever been started here}
  public boolean exists() {
    return Files.exists(folder.resolve(LayoutVersion.FILE));
  }

  private static void restrict(Path folder) throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
  }
}
