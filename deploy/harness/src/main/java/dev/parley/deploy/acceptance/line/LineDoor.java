package dev.parley.deploy.acceptance.line;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/// Where the line protocol is spoken.
///
/// @param host name or address
/// @param port port number
/// @param tls whether the bytes travel in TLS
public record LineDoor(String host, int port, boolean tls) {

  private static final int CONNECT_MILLIS = 5_000;

  /// {@return a door without encryption}
  ///
  /// @param host name or address
  /// @param port port number
  public static LineDoor tcp(String host, int port) {
    return new LineDoor(host, port, false);
  }

  /// {@return a door with TLS}
  ///
  /// @param host name or address
  /// @param port port number
  public static LineDoor tls(String host, int port) {
    return new LineDoor(host, port, true);
  }

  /// Connects, and shakes hands on a TLS door.
  ///
  /// @param receiveBuffer size of the socket's receive buffer in bytes, or 0 for the system's own
  Socket connect(int receiveBuffer) throws IOException {
    var socket = new Socket();
    if (receiveBuffer > 0) {
      // Before connecting: the window of the connection is agreed on then.
      socket.setReceiveBufferSize(receiveBuffer);
    }
    socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
    socket.setTcpNoDelay(true);
    return tls ? inTls(socket) : socket;
  }

  private Socket inTls(Socket plain) throws IOException {
    try {
      var context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new AnyCertificate()}, null);
      var socket = (SSLSocket) context.getSocketFactory().createSocket(plain, host, port, true);
      socket.startHandshake();
      return socket;
    } catch (GeneralSecurityException e) {
      throw new IOException("TLS is not to be had", e);
    }
  }

  /// The local stack signs its own certificate, and nothing here is worth stealing.
  private static final class AnyCertificate implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
