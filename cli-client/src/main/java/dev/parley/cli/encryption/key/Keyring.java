package dev.parley.cli.encryption.key;

import dev.parley.cli.connection.RefusedException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The key file of an account: whether there is one, and what it holds once it is unlocked. On the
/// loop; passphrases are worked on elsewhere.
public final class Keyring {
  private final KeyFile file;
  private final Executor heavy;
  private final Executor loop;
  private @Nullable Vault vault;

  /// Makes a keyring that is locked, or has no keys.
  ///
  /// @param file where the keys lie
  /// @param heavy runs what takes a second
  /// @param loop the thread of the client
  public Keyring(KeyFile file, Executor heavy, Executor loop) {
    this.file = file;
    this.heavy = heavy;
    this.loop = loop;
  }

  /// {@return whether there are keys here, and nobody has said the passphrase}
  public boolean isLocked() {
    return vault == null && file.exists();
  }

  /// {@return whether there are keys here that can be used}
  public boolean isOpen() {
    return vault != null;
  }

  /// {@return what is kept; nothing while it is locked}
  public Kept kept() {
    return vault == null ? Kept.NOTHING : vault.kept();
  }

  /// {@return what is kept, to be changed}
  ///
  /// @throws RefusedException `keys_locked`, `no_keys`
  public Vault vault() {
    if (vault == null) {
      throw file.exists()
          ? new RefusedException("keys_locked", "the keys in " + file.path() + " are locked", 0)
          : new RefusedException("no_keys", "there are no keys here", 0);
    }
    return vault;
  }

  /// Opens the file.
  ///
  /// @param passphrase a secret
  /// @return done when it is open; exceptionally [RefusedException]
  public CompletableFuture<Void> unlock(String passphrase) {
    if (vault != null) {
      return CompletableFuture.completedFuture(null);
    }
    if (!file.exists()) {
      return CompletableFuture.failedFuture(
          new RefusedException("no_keys", "there are no keys here", 0));
    }
    return hold(() -> file.open(passphrase));
  }

  /// Makes the file, or opens the one that is there.
  ///
  /// @param passphrase a secret
  /// @return done when it is open; exceptionally [RefusedException]
  public CompletableFuture<Void> unlockOrMake(String passphrase) {
    return vault != null || file.exists()
        ? unlock(passphrase)
        : hold(() -> file.create(passphrase));
  }

  /// Writes what was only noted; what cannot be written now is written with what comes next.
  public void flush() {
    try {
      if (vault != null) {
        vault.flush();
      }
    } catch (RefusedException _) {
      // Marks only: nothing is lost but the memory of the last second.
    }
  }

  /// Writes what was only noted, and gives the file back; from here on it is locked.
  public void close() {
    if (vault != null) {
      vault.close();
      vault = null;
    }
  }

  private CompletableFuture<Void> hold(Supplier<Vault> open) {
    return CompletableFuture.supplyAsync(open, heavy).thenAcceptAsync(this::hold, loop);
  }

  private void hold(Vault opened) {
    if (vault != null) {
      opened.close();
    } else {
      vault = opened;
    }
  }
}
