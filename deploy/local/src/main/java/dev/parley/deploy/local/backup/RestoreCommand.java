package dev.parley.deploy.local.backup;

import dev.parley.deploy.local.archive.BackupFile;
import dev.parley.deploy.local.archive.BadArchiveException;
import dev.parley.deploy.local.archive.Manifest;
import dev.parley.deploy.local.console.Console;
import dev.parley.deploy.local.console.Ticker;
import dev.parley.deploy.local.console.TroubleException;
import dev.parley.deploy.local.home.Home;
import dev.parley.deploy.local.home.Repository;
import dev.parley.deploy.local.status.StatusReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `./parley restore FILE`: makes a stack of a backup. The stack is stopped; whatever goes wrong,
/// it is as it was.
@Command(
    name = "restore",
    description = "Makes an empty stack the one that was backed up; asks before it replaces one.",
    mixinStandardHelpOptions = true)
public final class RestoreCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "What ./parley backup has written.")
  private Path file = Path.of("");

  @Option(names = "--replace", description = "Does not ask before it moves old data away.")
  private boolean replace;

  @Mixin private PassphraseOptions passphrase = new PassphraseOptions();
  @Mixin private DatabaseOptions database = new DatabaseOptions();

  /// Made by the command line.
  public RestoreCommand() {}

  @Override
  public Integer call() throws IOException, SQLException {
    Console console = Console.ofOutput();
    Home home = Home.of(System.getenv());
    var address = database.address();
    if (address.isEmpty() && new StatusReader(home).supervisor().isPresent()) {
      throw new TroubleException("the stack is running", "stop it first: ./parley down");
    }
    if (!Files.isReadable(file)) {
      throw new TroubleException("there is no file " + file + " that can be read", "name another");
    }
    var backup = new BackupFile(file, BackupFile.isEncrypted(file) ? passphrase.known() : null);
    Manifest manifest = verify(backup, console);
    console.line(
        "%s is whole: the state of %s, %d rows, %d files"
            .formatted(file, manifest.header().createdAt(), manifest.rows(), manifest.files()));
    var filling = new Filling(Repository.root(), backup, manifest);
    if (address.isPresent()) {
      new ServerRestore(address.get(), database.folders(), console).run(filling, replace);
    } else {
      new HomeRestore(home, console).run(filling, replace);
    }
    return 0;
  }

  /// The whole file is read before anything is touched.
  private Manifest verify(BackupFile backup, Console console) throws IOException {
    try (var _ = new Ticker(console, () -> "reading " + file)) {
      return backup.verify();
    } catch (BadArchiveException e) {
      throw new TroubleException(
          e.getMessage() + "; nothing was changed",
          "try another copy of the file, the right passphrase, or a newer Parley");
    }
  }
}
