package dev.parley.cli.encryption.key;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parley.cli.config.PrivateFiles;
import dev.parley.cli.connection.RefusedException;
import dev.parley.cli.sealed.BadListException;
import dev.parley.cli.sealed.DeviceList;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/// The file of one account's keys: mode 600, sealed under a passphrase, replaced as a whole; in use
/// by one program at a time. Methods wait; for any thread.
public final class KeyFile {
  private static final int SHORTEST_PASSPHRASE = 8;
  private static final long MOST_BYTES = 16L * 1024 * 1024;
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private final Path file;
  private final Cost cost;

  /// Reads nothing yet.
  ///
  /// @param file where it lies
  public KeyFile(Path file) {
    this(file, Cost.USUAL);
  }

  /// Reads nothing yet.
  ///
  /// @param file where it lies
  /// @param cost of a key when the file is made
  public KeyFile(Path file, Cost cost) {
    this.file = file;
    this.cost = cost;
  }

  /// {@return whether there is one}
  public boolean exists() {
    return Files.exists(file);
  }

  /// {@return where it lies}
  public Path path() {
    return file;
  }

  /// {@return what is kept}
  ///
  /// @param passphrase that it was sealed under
  /// @throws RefusedException `wrong_passphrase`, `keys_in_use`, `keys_unreadable`
  Vault open(String passphrase) {
    FileChannel lock = lock();
    try {
      Vault opened = opened(passphrase, lock);
      lock = null;
      return opened;
    } catch (IOException e) {
      throw refused("keys_unreadable", file + " cannot be read: " + e.getMessage());
    } finally {
      release(lock);
    }
  }

  private Vault opened(String passphrase, FileChannel lock) throws IOException {
    byte[] sealed = read();
    PassphraseKey key =
        PassphraseKey.of(sealed, passphrase)
            .orElseThrow(() -> refused("keys_unreadable", file + " is no file of keys"));
    byte[] json =
        key.open(sealed).orElseThrow(() -> refused("wrong_passphrase", "the passphrase is wrong"));
    return new Vault(this, key, lock, checked(JSON.readValue(json, Kept.class)));
  }

  private Kept checked(Kept kept) {
    try {
      kept.lists()
          .values()
          .forEach(each -> {
            DeviceList.checkSize(each.links());
            each.past().forEach(past -> DeviceList.checkSize(past.links()));
          });
      return kept;
    } catch (BadListException e) {
      throw refused("keys_unreadable", file + " cannot be read: " + e.getMessage());
    }
  }

  /// {@return a file that holds nothing yet}
  ///
  /// @param passphrase to seal it under, at least 8 characters
  /// @throws RefusedException `weak_passphrase`, `keys_in_use`, `keys_unwritable`
  Vault create(String passphrase) {
    if (passphrase.codePointCount(0, passphrase.length()) < SHORTEST_PASSPHRASE) {
      throw refused("weak_passphrase", "a passphrase has at least 8 characters");
    }
    FileChannel lock = lock();
    try {
      if (exists()) {
        throw refused("keys_in_use", file + " was made meanwhile");
      }
      Vault made = new Vault(this, PassphraseKey.fresh(passphrase, cost), lock, Kept.NOTHING);
      made.keep(Kept.NOTHING);
      lock = null;
      return made;
    } finally {
      release(lock);
    }
  }

  /// Replaces what the file holds.
  ///
  /// @throws RefusedException `keys_unwritable`
  void write(PassphraseKey key, Kept kept) {
    try {
      byte[] sealed = key.seal(JSON.writeValueAsBytes(kept));
      String text = Base64.getUrlEncoder().withoutPadding().encodeToString(sealed) + "\n";
      if (text.length() > MOST_BYTES) {
        // It would not be read again.
        throw refused("keys_unwritable", file + " would have more than 16 MiB");
      }
      PrivateFiles.write(file, text);
    } catch (IOException e) {
      throw refused("keys_unwritable", file + " cannot be written: " + e.getMessage());
    }
  }

  static void release(@Nullable FileChannel lock) {
    if (lock != null) {
      try {
        lock.close();
      } catch (IOException _) {
        // The lock ends with the program.
      }
    }
  }

  private byte[] read() throws IOException {
    if (Files.size(file) > MOST_BYTES) {
      throw refused("keys_unreadable", file + " is no file of keys");
    }
    try {
      return Base64.getUrlDecoder().decode(Files.readString(file).strip());
    } catch (IllegalArgumentException _) {
      throw refused("keys_unreadable", file + " is no file of keys");
    }
  }

  private FileChannel lock() {
    Path beside = file.resolveSibling(file.getFileName() + ".lock");
    try {
      PrivateFiles.touch(beside);
      FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE);
      if (isLocked(channel)) {
        return channel;
      }
      channel.close();
      throw refused("keys_in_use", "another program uses " + file + "; end it first");
    } catch (IOException e) {
      throw refused("keys_unreadable", beside + " cannot be written: " + e.getMessage());
    }
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException _) {
      return false;
    }
  }

  private static RefusedException refused(String code, String message) {
    return new RefusedException(code, message, 0);
  }
}
