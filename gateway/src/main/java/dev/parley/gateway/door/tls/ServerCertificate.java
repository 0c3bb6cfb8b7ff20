package dev.parley.gateway.door.tls;

import io.quarkus.logging.Log;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.PemKeyCertOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The certificate of the TLS doors: the operator's own, or a self-signed one made at first start
/// and kept, so that clients which remember it see the same one again.
public final class ServerCertificate {
  private static final String CERTIFICATE = "certificate.pem";
  private static final String KEY = "key.pem";
  private static final String LOCK = ".lock";

  private final Path certificate;
  private final Path key;

  static {
    // A handshake costs a server ten times what it costs a client, which may ask for one after the
    // other on one TLS 1.2 connection. JSSE reads this before its first handshake.
    System.setProperty("jdk.tls.rejectClientInitiatedRenegotiation", "true");
  }

  private ServerCertificate(Path certificate, Path key) {
    this.certificate = certificate;
    this.key = key;
  }

  /// {@return the certificate that the configuration asks for, made now if there is none yet}
  ///
  /// @param config where it is, or is to be
  /// @throws UncheckedIOException if it cannot be read or written
  public static ServerCertificate of(TlsConfig config) {
    if (config.certificate().isPresent() && config.key().isPresent()) {
      return new ServerCertificate(config.certificate().get(), config.key().get());
    }
    Path folder = config.folder();
    ServerCertificate kept =
        new ServerCertificate(folder.resolve(CERTIFICATE), folder.resolve(KEY));
    if (!kept.exists()) {
      kept.make(folder, config);
    }
    return kept;
  }

  private boolean exists() {
    return Files.exists(certificate) && Files.exists(key);
  }

  /// {@return the options with TLS switched on: versions 1.3 and 1.2 only}
  ///
  /// @param options address and port
  public NetServerOptions applyTo(NetServerOptions options) {
    return options
        .setSsl(true)
        .setEnabledSecureTransportProtocols(Set.of("TLSv1.3", "TLSv1.2"))
        .setKeyCertOptions(
            new PemKeyCertOptions().setCertPath(certificate.toString()).setKeyPath(key.toString()));
  }

  private void make(Path folder, TlsConfig config) {
    List<String> hosts = new ArrayList<>(List.of("localhost"));
    config.hosts().ifPresent(hosts::addAll);
    try {
      Files.createDirectories(folder);
      makeAlone(folder, hosts);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep a certificate in " + folder, e);
    }
  }

  /// Two gateways that start together on a new folder must not end with the certificate of the one
  /// and the key of the other.
  private void makeAlone(Path folder, List<String> hosts) throws IOException {
    try (FileChannel channel =
            FileChannel.open(
                folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock _ = channel.lock()) {
      if (!exists()) {
        new SelfSigned(hosts).write(certificate, key);
        Log.infof("certificate made file=%s hosts=%s", certificate, hosts);
      }
    }
  }
}
