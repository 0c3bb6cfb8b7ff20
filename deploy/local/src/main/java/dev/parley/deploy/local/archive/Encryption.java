package dev.parley.deploy.local.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.SecureRandom;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.openpgp.PGPDataValidationException;
import org.bouncycastle.openpgp.PGPEncryptedData;
import org.bouncycastle.openpgp.PGPEncryptedDataGenerator;
import org.bouncycastle.openpgp.PGPEncryptedDataList;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPLiteralData;
import org.bouncycastle.openpgp.PGPLiteralDataGenerator;
import org.bouncycastle.openpgp.PGPPBEEncryptedData;
import org.bouncycastle.openpgp.PGPRuntimeOperationException;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.operator.bc.BcPBEDataDecryptorFactory;
import org.bouncycastle.openpgp.operator.bc.BcPBEKeyEncryptionMethodGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPDataEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;

/// Encrypts with a passphrase, as OpenPGP (RFC 4880): AES-256, the key by iterated and salted
/// SHA-256 over 62 MiB, integrity protected (packets 3 and 18). `gpg --decrypt` opens it: gpg 2.2
/// knows neither the AEAD of RFC 9580 nor Argon2.
///
/// What comes out of [#decrypt] is proven only when [Decrypted#finish] has returned, so a file is
/// read to its end once before anything is done with it.
public final class Encryption {

  /// The largest count that RFC 4880 section 3.7.1.3 can write: 65,011,712 bytes.
  private static final int COUNT = 0xff;

  private static final int CHUNK = 1 << 16;
  private static final String NAME = "parley-backup.zip";
  private static final String WRONG =
      "the passphrase does not open the backup, or the file was altered";

  private Encryption() {}

  /// {@return whether a file begins like an OpenPGP message, and not like a zip}
  ///
  /// @param firstByte its first byte
  public static boolean isEncrypted(int firstByte) {
    return (firstByte & 0x80) != 0;
  }

  /// {@return a stream that encrypts; closing it writes the end, and closes the stream below}
  ///
  /// @param out takes the encrypted bytes
  /// @param passphrase what opens them again
  /// @throws IOException if they cannot be written
  public static OutputStream encrypt(OutputStream out, char[] passphrase) throws IOException {
    try {
      var generator =
          new PGPEncryptedDataGenerator(
              new BcPGPDataEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256)
                  .setWithIntegrityPacket(true)
                  .setSecureRandom(new SecureRandom()));
      generator.addMethod(
          new BcPBEKeyEncryptionMethodGenerator(
              passphrase,
              new BcPGPDigestCalculatorProvider().get(HashAlgorithmTags.SHA256),
              COUNT));
      OutputStream encrypted = generator.open(out, new byte[CHUNK]);
      OutputStream literal =
          new PGPLiteralDataGenerator()
              .open(encrypted, PGPLiteralData.BINARY, NAME, PGPLiteralData.NOW, new byte[CHUNK]);
      return new Chained(literal, encrypted, out);
    } catch (PGPException e) {
      throw new IOException("cannot encrypt", e);
    }
  }

  /// Begins to decrypt.
  ///
  /// @param in the encrypted bytes
  /// @param passphrase what they were encrypted with
  /// @return the clear bytes
  /// @throws BadArchiveException if the passphrase is wrong or the bytes are none of ours
  /// @throws IOException if they cannot be read
  public static Decrypted decrypt(InputStream in, char[] passphrase) throws IOException {
    try {
      if (!(new BcPGPObjectFactory(in).nextObject() instanceof PGPEncryptedDataList list)
          || !(list.get(0) instanceof PGPPBEEncryptedData data)
          || !data.isIntegrityProtected()) {
        throw new BadArchiveException("the file is not encrypted with a passphrase");
      }
      InputStream clear =
          data.getDataStream(
              new BcPBEDataDecryptorFactory(passphrase, new BcPGPDigestCalculatorProvider()));
      if (!(new BcPGPObjectFactory(clear).nextObject() instanceof PGPLiteralData literal)) {
        throw new BadArchiveException(WRONG);
      }
      return new Decrypted(data, clear, literal.getInputStream());
    } catch (PGPDataValidationException e) {
      throw new BadArchiveException(WRONG, e);
    } catch (PGPException | PGPRuntimeOperationException | IllegalArgumentException e) {
      throw new BadArchiveException(WRONG, e);
    } catch (EOFException e) {
      throw new BadArchiveException("the file was cut short", e);
    }
  }

  /// Clear bytes, not proven before [#finish].
  public static final class Decrypted {
    private final PGPEncryptedData data;
    private final InputStream clear;
    private final InputStream literal;

    private Decrypted(PGPEncryptedData data, InputStream clear, InputStream literal) {
      this.data = data;
      this.clear = clear;
      this.literal = literal;
    }

    /// {@return the clear bytes}
    public InputStream in() {
      return literal;
    }

    /// Reads what is left, and proves that nothing was altered or cut off.
    ///
    /// @throws BadArchiveException if something was
    /// @throws IOException if it cannot be read
    public void finish() throws IOException {
      try {
        literal.transferTo(OutputStream.nullOutputStream());
        clear.transferTo(OutputStream.nullOutputStream());
        if (!data.verify()) {
          throw new BadArchiveException("the encrypted file was altered");
        }
      } catch (PGPException | PGPRuntimeOperationException e) {
        throw new BadArchiveException("the encrypted file was altered", e);
      } catch (EOFException e) {
        throw new BadArchiveException("the encrypted file was cut short", e);
      }
    }
  }

  /// Writes to the first, and closes all in order.
  private static final class Chained extends java.io.FilterOutputStream {
    private final OutputStream encrypted;
    private final OutputStream file;

    Chained(OutputStream literal, OutputStream encrypted, OutputStream file) {
      super(literal);
      this.encrypted = encrypted;
      this.file = file;
    }

    @Override
    public void write(byte[] values, int offset, int length) throws IOException {
      out.write(values, offset, length);
    }

    @Override
    public void close() throws IOException {
      out.close();
      encrypted.close();
      file.close();
    }
  }
}
