package dev.parley.deploy.local.backup;

import dev.parley.deploy.local.archive.ArchiveWriter;
import dev.parley.deploy.local.archive.BackupFile;
import dev.parley.deploy.local.archive.Encryption;
import dev.parley.deploy.local.archive.Header;
import dev.parley.deploy.local.archive.Manifest;
import dev.parley.deploy.local.archive.Migration;
import dev.parley.deploy.local.archive.Table;
import dev.parley.deploy.local.console.Console;
import dev.parley.deploy.local.console.Ticker;
import dev.parley.deploy.local.console.TroubleException;
import dev.parley.deploy.local.database.DatabaseAddress;
import dev.parley.deploy.local.database.Dump;
import dev.parley.deploy.local.database.Schemas;
import dev.parley.deploy.local.home.Home;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `./parley backup FILE`: all that must not be lost, at one moment, while the stack runs.
@Command(
    name = "backup",
    description = "Writes accounts, messages, keys and files to one file, while the stack runs.",
    mixinStandardHelpOptions = true)
public final class BackupCommand implements Callable<Integer> {

  private static final long KIB = 1 << 10;
  private static final long MIB = 1 << 20;

  @Parameters(paramLabel = "FILE", description = "A file that does not exist yet.")
  private Path file = Path.of("");

  @Option(
      names = "--encrypt",
      description = "Encrypts with a passphrase (OpenPGP), which is asked for.")
  private boolean encrypt;

  @Option(
      names = "--files-elsewhere",
      description =
          "What people sent lies in a bucket, which is backed up by its own means: goes on without.")
  private boolean filesElsewhere;

  @Mixin private PassphraseOptions passphrase = new PassphraseOptions();
  @Mixin private DatabaseOptions database = new DatabaseOptions();

  /// Made by the command line.
  public BackupCommand() {}

  /// Adds the files that lie beside a database.
  @FunctionalInterface
  private interface FilesBeside {
    void writeTo(ArchiveWriter archive) throws IOException;
  }

  @Override
  public Integer call() throws IOException, SQLException {
    Console console = Console.ofOutput();
    char @Nullable [] secret = encrypt || passphrase.isGiven() ? passphrase.fresh() : null;
    long begin = System.nanoTime();
    try (var target = new NewFile(file);
        var _ = new Ticker(console, () -> "writing " + file)) {
      Set<String> missing = write(target, secret);
      refuseUnlessTold(missing);
      target.flush();
      // What cannot be read back is no backup.
      Manifest manifest = new BackupFile(target.part(), secret).verify();
      target.keep();
      report(console, manifest, secret != null, Duration.ofNanos(System.nanoTime() - begin));
      if (!missing.isEmpty()) {
        console.line(
            missing.size()
                + " files of messages are not in it: they are lost without their bucket");
      }
    }
    return 0;
  }

  private void refuseUnlessTold(Set<String> missing) {
    if (!missing.isEmpty() && !filesElsewhere) {
      throw new TroubleException(
          missing.size()
              + " files of messages are not in what is backed up, such as "
              + missing.iterator().next(),
          "if they lie in a bucket, back that up and add --files-elsewhere; with --database-url,"
              + " name their folder: --folder files=/PATH");
    }
  }

  /// {@return ids of files that messages have, and that are not in it}
  private Set<String> write(NewFile target, char @Nullable [] secret)
      throws IOException, SQLException {
    var named = database.address();
    if (named.isPresent()) {
      var folders = database.folders();
      return write(target, secret, named.get(), archive -> DataFiles.write(folders, archive));
    }
    try (HomeDatabase home = HomeDatabase.open(Home.of(System.getenv()))) {
      return write(
          target, secret, home.address(), archive -> DataFiles.write(home.data(), archive));
    }
  }

  private static Set<String> write(
      NewFile target, char @Nullable [] secret, DatabaseAddress address, FilesBeside files)
      throws IOException, SQLException {
    try (var dump = new Dump(address)) {
      requireAllSchemas(dump.migrations());
      var header =
          new Header(
              Header.FORMAT, "0.1.0", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
      OutputStream out = target.out();
      try (var archive =
          new ArchiveWriter(header, secret == null ? out : Encryption.encrypt(out, secret))) {
        Set<String> ofMessages = dump.files();
        List<Table> tables = dump.writeTo(archive);
        // After the snapshot: a file that a row of it names is there, unless it was deleted since.
        files.writeTo(archive);
        Manifest manifest = archive.finish(dump.migrations(), tables, dump.sequences());
        return MissingFiles.find(ofMessages, manifest, address);
      }
    }
  }

  private static void requireAllSchemas(List<Migration> migrations) {
    for (String schema : Schemas.ofServices()) {
      if (migrations.stream().noneMatch(each -> each.schema().equals(schema))) {
        throw new TroubleException(
            "the service " + schema + " has no tables yet", "wait until ./parley up says ready");
      }
    }
  }

  private static String size(long bytes) {
    return bytes < 10 * MIB ? bytes / KIB + " KiB" : bytes / MIB + " MiB";
  }

  private void report(Console console, Manifest manifest, boolean encrypted, Duration took)
      throws IOException {
    console.line(
        "%s: %s, %d rows of %d tables, %d files; %s and read back in %s"
            .formatted(
                file,
                size(Files.size(file)),
                manifest.rows(),
                manifest.tables().size(),
                manifest.files(),
                encrypted ? "encrypted" : "written",
                Console.seconds(took)));
    if (!encrypted) {
      console.line(
          "it holds all messages, password hashes and private keys in clear: keep it as safe as the"
              + " server, or use --encrypt");
    }
    console.line("keep it on another machine; put it back with ./parley restore " + file);
  }
}
