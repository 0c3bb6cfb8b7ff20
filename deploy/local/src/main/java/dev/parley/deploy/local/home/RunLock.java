package dev.parley.deploy.local.home;

import dev.parley.deploy.local.console.TroubleException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// Keeps two stacks out of one data folder: the file `lock` names the process that has it.
///
/// A lock whose process is gone is stale; taking it over is reported, so that the caller can look
/// for what that run left behind.
public final class RunLock implements AutoCloseable {

  private final Path file;
  private final boolean takenOver;

  private RunLock(Path file, boolean takenOver) {
    this.file = file;
    this.takenOver = takenOver;
  }

  /// Takes the lock.
  ///
  /// @param home whose `run` folder exists
  /// @return the lock, held until closed
  /// @throws TroubleException if a living process has it
  public static RunLock acquire(Home home) {
    Path file = file(home);
    // The guard makes looking and writing one step; the system frees it if this process dies.
    try (var guard =
            FileChannel.open(guard(home), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var _ = guard.lock()) {
      boolean stale = Files.exists(file);
      holder(home)
          .flatMap(ProcessIdentity::find)
          .ifPresent(process -> {
            throw new TroubleException(
                "a stack is running already in "
                    + home.folder()
                    + " (process "
                    + process.pid()
                    + ")",
                "see it with ./parley status, stop it with ./parley down, or start a second one:"
                    + " PARLEY_HOME=/path ./parley up --port-offset 100");
          });
      write(file, ProcessIdentity.ofThisProcess());
      return new RunLock(file, stale);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// {@return the process that a lock names, alive or not}
  ///
  /// @param home where to look
  public static Optional<ProcessIdentity> holder(Home home) {
    try {
      String[] words = Files.readString(file(home)).strip().split(" ", -1);
      return Optional.of(new ProcessIdentity(Long.parseLong(words[0]), Long.parseLong(words[1])));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException _) {
      // Half-written by a run that was killed: nobody has it.
      return Optional.empty();
    }
  }

  /// Deletes a lock whose process is gone.
  ///
  /// @param home where to look
  public static void clearStale(Home home) {
    if (holder(home).flatMap(ProcessIdentity::find).isEmpty()) {
      delete(file(home));
    }
  }

  /// {@return whether an earlier run ended without giving the lock back}
  public boolean isTakenOver() {
    return takenOver;
  }

  @Override
  public void close() {
    delete(file);
  }

  private static Path file(Home home) {
    return home.run().resolve("lock");
  }

  private static Path guard(Home home) {
    return home.run().resolve("lock.guard");
  }

  private static void write(Path file, ProcessIdentity identity) throws IOException {
    Files.writeString(file, identity.pid() + " " + identity.startMillis() + "\n");
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
