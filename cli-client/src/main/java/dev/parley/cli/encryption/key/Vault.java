package dev.parley.cli.encryption.key;

import java.nio.channels.FileChannel;

/// What is kept in a key file that is open: the one place where it changes. On one thread at a
/// time.
public final class Vault implements AutoCloseable {
  private final KeyFile file;
  private final PassphraseKey key;
  private final FileChannel lock;
  private Kept kept;
  private boolean moved;

  Vault(KeyFile file, PassphraseKey key, FileChannel lock, Kept kept) {
    this.file = file;
    this.key = key;
    this.lock = lock;
    this.kept = kept;
  }

  /// {@return what is kept}
  public Kept kept() {
    return kept;
  }

  /// Keeps something else, on the disk before this returns.
  ///
  /// @param next what is kept from here on
  /// @throws dev.parley.cli.connection.RefusedException `keys_unwritable`; then all is as it was
  public void keep(Kept next) {
    file.write(key, next);
    kept = next;
    moved = false;
  }

  /// Notes something that may be lost if the program is killed; [#flush] writes it.
  ///
  /// @param next what is kept from here on
  public void note(Kept next) {
    kept = next;
    moved = true;
  }

  void flush() {
    if (moved) {
      keep(kept);
    }
  }

  @Override
  public void close() {
    try {
      flush();
    } finally {
      KeyFile.release(lock);
    }
  }
}
