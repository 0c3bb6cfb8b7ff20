package dev.parley.deploy.local.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;

/// Parts of URLs.
final class Paths {
  private Paths() {}

  /// {@return a name as one segment of a path}
  static String segment(String name) {
    return URLEncoder.encode(name, UTF_8).replace("+", "%20");
  }
}
