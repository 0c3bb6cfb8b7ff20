package dev.parley.deploy.local.backup;

import dev.parley.deploy.local.console.TroubleException;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where a passphrase comes from. Never from an argument: others can read those.
final class PassphraseOptions {

  /// The key is derived from it in a third of a second, so a short one can be guessed.
  static final int MIN_LENGTH = 12;

  @Option(
      names = "--passphrase-file",
      paramLabel = "FILE",
      description = "Its first line is the passphrase; else it is asked for.")
  private @Nullable Path file;

  boolean isGiven() {
    return file != null;
  }

  /// {@return a passphrase for a new backup, asked for twice if it is asked for}
  char[] fresh() {
    char[] first = file == null ? ask("passphrase of the backup: ") : read(file);
    if (first.length < MIN_LENGTH) {
      throw new TroubleException(
          "the passphrase has %d characters; fewer than %d can be guessed"
              .formatted(first.length, MIN_LENGTH),
          "take a longer one, such as five words");
    }
    if (file == null && !Arrays.equals(first, ask("once more: "))) {
      throw new TroubleException("the two are not the same", "try again; nothing was written");
    }
    return first;
  }

  /// {@return the passphrase of a backup that there is}
  char[] known() {
    return file == null ? ask("passphrase of the backup: ") : read(file);
  }

  private static char[] read(Path file) {
    try {
      String text = Files.readString(file);
      return text.lines().findFirst().orElse("").toCharArray();
    } catch (IOException e) {
      throw new TroubleException(
          "the passphrase cannot be read from " + file, "name a file that you can read");
    }
  }

  @SuppressWarnings("SystemConsoleNull") // null with -Djdk.console=java.base, as the launcher runs
  private static char[] ask(String prompt) {
    Console console = System.console();
    char[] typed = console == null ? null : console.readPassword(prompt);
    if (typed == null) {
      throw new TroubleException(
          "there is no terminal to ask for the passphrase", "name a file: --passphrase-file FILE");
    }
    return typed;
  }
}
