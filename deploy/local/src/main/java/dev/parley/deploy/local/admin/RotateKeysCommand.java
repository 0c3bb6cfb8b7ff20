package dev.parley.deploy.local.admin;

import dev.parley.deploy.local.console.Console;
import dev.parley.deploy.local.console.TroubleException;
import dev.parley.deploy.local.home.Home;
import dev.parley.deploy.local.home.RunLock;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `./parley admin rotate-keys`, while the stack is down.
@Command(
    name = "rotate-keys",
    description =
        "Has the next start make new keys for tokens and passwords; the stack is stopped.",
    mixinStandardHelpOptions = true)
final class RotateKeysCommand implements Callable<Integer> {

  @Option(
      names = "--forget-old",
      description = "For keys that others may know: nobody's token is good any more.")
  private boolean forgetOld;

  @Override
  public Integer call() throws IOException {
    Home home = Home.of(System.getenv());
    var rotation = new KeyRotation(home.data(false).resolve("tokens"));
    if (!rotation.isPossible()) {
      throw new TroubleException(
          "there are no keys in " + home.folder(),
          "start it once: ./parley up; or name the data folder: PARLEY_HOME=/path");
    }
    home.prepare();
    try (var _ = RunLock.acquire(home)) {
      if (forgetOld) {
        rotation.forgetAll();
      } else {
        rotation.rotate(Instant.now());
      }
    }
    Console.ofOutput()
        .line(
            (forgetOld ? "the old keys are gone: everybody logs in anew" : "tokens stay good")
                + "; new keys come with ./parley up");
    return 0;
  }
}
