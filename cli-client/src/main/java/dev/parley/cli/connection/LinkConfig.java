package dev.parley.cli.connection;

import java.net.URI;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// What a link needs to know.
///
/// @param uri `ws` or `wss` address of the door
/// @param tls who is trusted; `null` for the JDK's own choice
/// @param connectLimit longest wait for a connection
/// @param answerLimit longest wait for an answer
/// @param heartbeat time between two pings; two without an answer mean that the connection is lost
public record LinkConfig(
    URI uri,
    @Nullable SSLContext tls,
    Duration connectLimit,
    Duration answerLimit,
    Duration heartbeat) {

  /// {@return the usual limits: 10 s to connect, 15 s for an answer, a ping every 25 s}
  ///
  /// @param uri `ws` or `wss` address of the door
  /// @param tls who is trusted; `null` for the JDK's own choice
  public static LinkConfig usual(URI uri, @Nullable SSLContext tls) {
    return new LinkConfig(
        uri, tls, Duration.ofSeconds(10), Duration.ofSeconds(15), Duration.ofSeconds(25));
  }
}
