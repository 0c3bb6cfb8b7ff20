package dev.parley.deploy.local.home;

import dev.parley.deploy.local.console.TroubleException;
import java.nio.file.Path;

/// The repository in which everything has been built.
public final class Repository {

  private Repository() {}

  /// {@return its folder, as the script `./parley` says}
  ///
  /// @throws TroubleException if this was started without the script
  public static Path root() {
    String root = System.getProperty("parley.root");
    if (root == null) {
      throw new TroubleException(
          "the repository is not known", "start Parley with the script ./parley");
    }
    return Path.of(root);
  }
}
