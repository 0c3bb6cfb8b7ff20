package dev.parley.gateway.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Sends the scripts and styles of the page as gzip to whoever takes that: a third of the bytes.
///
/// They were packed when the page was built (`web/scripts/pack.mjs`), and are held in memory, about
/// 300 KiB in all. Nothing else is compressed, and nothing while a request waits: what is public
/// and always the same tells nobody anything by its length (BREACH, CRIME).
@Singleton
final class PackedAssets {
  static final String LIST = "packed.txt";

  private static final String RESOURCES = "META-INF/resources";
  private static final String ASSETS = "/assets/";
  private static final String SUFFIX = ".gz";
  private static final int BEHIND_THE_HEADERS = 9_000;

  private final Map<String, Buffer> byPath;

  @Inject
  PackedAssets() {
    this(name -> PackedAssets.class.getClassLoader().getResourceAsStream(RESOURCES + name));
  }

  /// Reads what was packed; nothing where the page was left out of the build.
  ///
  /// @param files opens a file of the page by its path, or gives `null`
  /// @throws UncheckedIOException if one cannot be read
  PackedAssets(Function<String, @Nullable InputStream> files) {
    byPath =
        new String(read(files, ASSETS + LIST), StandardCharsets.UTF_8)
            .lines()
            .filter(name -> !name.isBlank())
            .map(name -> ASSETS + name)
            .collect(
                Collectors.toUnmodifiableMap(
                    path -> path, path -> Buffer.buffer(read(files, path + SUFFIX))));
  }

  void register(@Observes Filters filters) {
    filters.register(this::send, BEHIND_THE_HEADERS);
  }

  /// {@return the packed bytes of a path, if there are any and they are wanted}
  ///
  /// @param path path of the request
  /// @param accepted header `Accept-Encoding` (RFC 9110 section 12.5.3)
  @Nullable Buffer find(String path, @Nullable String accepted) {
    Buffer bytes = byPath.get(path);
    return bytes != null && takesGzip(accepted) ? bytes : null;
  }

  private void send(RoutingContext context) {
    String path = context.normalizedPath();
    if (byPath.containsKey(path)) {
      context.response().putHeader("Vary", "Accept-Encoding");
    }
    Buffer bytes = find(path, context.request().getHeader("Accept-Encoding"));
    if (bytes == null || !context.request().method().equals(HttpMethod.GET)) {
      context.next();
      return;
    }
    context
        .response()
        .putHeader("Content-Encoding", "gzip")
        .putHeader("Content-Type", path.endsWith(".css") ? "text/css" : "text/javascript")
        .end(bytes);
  }

  private static boolean takesGzip(@Nullable String accepted) {
    if (accepted == null) {
      return false;
    }
    for (String coding : accepted.split(",", -1)) {
      String[] parts = coding.replace(" ", "").split(";", 2);
      if (parts[0].equalsIgnoreCase("gzip")) {
        return parts.length == 1 || !parts[1].matches("(?i)q=0(\\.0{0,3})?");
      }
    }
    return false;
  }

  private static byte[] read(Function<String, @Nullable InputStream> files, String path) {
    try (InputStream file = files.apply(path)) {
      return file == null ? new byte[0] : file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
