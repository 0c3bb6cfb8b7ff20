package dev.parley.gateway.door.tls;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// Makes a self-signed certificate: ECDSA P-256, ten years, for host names and 127.0.0.1.
final class SelfSigned {
  private static final Duration LIFE = Duration.ofDays(3_650);
  private static final Duration SKEW = Duration.ofDays(1);
  private static final int SERIAL_BITS = 127;

  private final List<String> hosts;

  SelfSigned(List<String> hosts) {
    this.hosts = hosts;
  }

  void write(Path certificate, Path key) throws IOException {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair pair = generator.generateKeyPair();
      writeKey(key, pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
      Files.writeString(certificate, pem("CERTIFICATE", certify(pair).getEncoded()));
    } catch (GeneralSecurityException | OperatorCreationException e) {
      throw new IOException("cannot make a certificate", e);
    }
  }

  private X509CertificateHolder certify(KeyPair pair)
      throws OperatorCreationException, IOException {
    Instant now = Instant.now();
    X500Name name = new X500Name("CN=" + hosts.getFirst());
    return new JcaX509v3CertificateBuilder(
            name,
            new BigInteger(SERIAL_BITS, new SecureRandom()),
            Date.from(now.minus(SKEW)),
            Date.from(now.plus(LIFE)),
            name,
            pair.getPublic())
        .addExtension(Extension.subjectAlternativeName, false, names())
        .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()));
  }

  private GeneralNames names() {
    GeneralName[] names = new GeneralName[hosts.size() + 1];
    for (int i = 0; i < hosts.size(); i++) {
      names[i] = new GeneralName(GeneralName.dNSName, hosts.get(i));
    }
    names[hosts.size()] = new GeneralName(GeneralName.iPAddress, "127.0.0.1");
    return new GeneralNames(names);
  }

  private static void writeKey(Path file, String pem) throws IOException {
    Set<PosixFilePermission> ownerOnly = PosixFilePermissions.fromString("rw-------");
    Files.deleteIfExists(file);
    Files.createFile(file, PosixFilePermissions.asFileAttribute(ownerOnly));
    Files.writeString(file, pem);
  }

  private static String pem(String type, byte[] der) {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
    return "-----BEGIN " + type + "-----\n" + body + "\n-----END " + type + "-----\n";
  }
}
