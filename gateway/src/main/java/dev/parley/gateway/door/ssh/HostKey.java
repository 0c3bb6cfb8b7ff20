package dev.parley.gateway.door.ssh;

import io.quarkus.logging.Log;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.UUID;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;

/// The key by which clients know this server: Ed25519, made at first start and kept, readable by
/// its owner only. Beside it lies a file with its fingerprint, for whoever has to tell it to
/// people.
final class HostKey {
  private static final String KEY = "host_ed25519";
  private static final String FINGERPRINT = "host_ed25519.fingerprint";

  private HostKey() {}

  /// {@return the key in a folder, made now if there is none}
  ///
  /// @throws UncheckedIOException if it cannot be read or written
  static KeyPairProvider in(Path folder) {
    try {
      Files.createDirectories(
          folder.toAbsolutePath(),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      Path file = folder.resolve(KEY);
      if (!Files.exists(file)) {
        make(folder, file);
      }
      KeyPair key = load(file);
      String fingerprint = KeyUtils.getFingerPrint(key.getPublic());
      Files.writeString(folder.resolve(FINGERPRINT), fingerprint + "\n");
      Log.infof("host key ready file=%s fingerprint=%s", file, fingerprint);
      return KeyPairProvider.wrap(key);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep a host key in " + folder, e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot make a host key", e);
    }
  }

  /// Two gateways that start together on a new folder must not end with two keys: whichever is
  /// first gives the file its name.
  private static void make(Path folder, Path file) throws IOException, GeneralSecurityException {
    Path made = folder.resolve(KEY + "." + UUID.randomUUID());
    load(made);
    Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rw-------"));
    try {
      Files.createLink(file, made);
    } catch (FileAlreadyExistsException e) {
      Log.debugf("host key was made by another gateway file=%s", file);
    } finally {
      Files.delete(made);
    }
  }

  /// Reads a key, or makes one and writes it if there is no such file.
  private static KeyPair load(Path file) throws IOException, GeneralSecurityException {
    SimpleGeneratorHostKeyProvider provider = new SimpleGeneratorHostKeyProvider(file);
    provider.setAlgorithm("Ed25519");
    provider.setOverwriteAllowed(false);
    for (KeyPair key : provider.loadKeys(null)) {
      return key;
    }
    throw new IOException("no key in " + file);
  }
}
