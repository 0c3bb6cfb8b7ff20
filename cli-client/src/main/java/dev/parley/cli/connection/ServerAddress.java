package dev.parley.cli.connection;

import java.net.URI;
import java.util.Locale;

/// Where a server is, as a person writes it: `chat.example.org`, `https://chat.example.org:8443`,
/// `ws://127.0.0.1:8080/ws`. Without a scheme it is `ws` on loopback and `wss` elsewhere: nobody
/// should send a password in the clear because of a word left out.
///
/// @param uri `ws` or `wss`, with host, port and path
public record ServerAddress(URI uri) {

  private static final int PLAIN_PORT = 80;
  private static final int TLS_PORT = 443;

  /// {@return the address}
  ///
  /// @param text what a person wrote
  /// @throws IllegalArgumentException if it is none; the message says what is missing
  public static ServerAddress of(String text) {
    URI given = parse(text.contains("://") ? text : "//" + text, text);
    if (given.getHost() == null) {
      throw new IllegalArgumentException(wanted(text));
    }
    String scheme = scheme(given, text);
    int port = given.getPort() > 0 ? given.getPort() : scheme.equals("wss") ? TLS_PORT : PLAIN_PORT;
    String path =
        given.getPath().isEmpty() || given.getPath().equals("/") ? "/ws" : given.getPath();
    return new ServerAddress(parse(scheme + "://" + given.getHost() + ":" + port + path, text));
  }

  /// {@return whether what goes over the line is encrypted}
  public boolean isEncrypted() {
    return uri.getScheme().equals("wss");
  }

  /// {@return host and port, as files and people name a server}
  public String name() {
    return uri.getHost() + ":" + uri.getPort();
  }

  @Override
  public String toString() {
    return uri.toString();
  }

  private static String scheme(URI given, String text) {
    if (given.getScheme() == null) {
      return isLoopback(given.getHost()) ? "ws" : "wss";
    }
    return switch (given.getScheme().toLowerCase(Locale.ROOT)) {
      case "ws", "http" -> "ws";
      case "wss", "https" -> "wss";
      default -> throw new IllegalArgumentException(wanted(text));
    };
  }

  private static boolean isLoopback(String host) {
    return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
  }

  private static URI parse(String address, String text) {
    try {
      return URI.create(address);
    } catch (IllegalArgumentException _) {
      throw new IllegalArgumentException(wanted(text));
    }
  }

  private static String wanted(String text) {
    return "not the address of a server: '"
        + text
        + "'; write for example wss://chat.example.org:8443";
  }
}
