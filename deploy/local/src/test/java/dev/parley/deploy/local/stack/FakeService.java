package dev.parley.deploy.local.stack;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/// Stands in for a service: reads the configuration it is given, and says that it is ready.
final class FakeService {

  private FakeService() {}

  public static void main(String[] arguments) throws IOException {
    var properties = new Properties();
    var file = Path.of(URI.create(System.getProperty("smallrye.config.locations")));
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    if (properties.containsKey("fake.fail")) {
      System.err.println("the fake was told to fail");
      System.exit(7);
    }
    // Health is where the management is, and else where all HTTP is.
    String http = properties.getProperty("quarkus.http.port");
    int port = Integer.parseInt(properties.getProperty("quarkus.management.port", http));
    var server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext(
        "/q/health/ready",
        exchange -> {
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
  }

  /// Writes a jar that runs this class where the stack expects the packaged service.
  static void install(Path root, String service) throws IOException {
    Path jar = root.resolve(service).resolve("target/quarkus-app/quarkus-run.jar");
    Files.createDirectories(jar.getParent());
    var manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.MAIN_CLASS, FakeService.class.getName());
    var classes = FakeService.class.getProtectionDomain().getCodeSource().getLocation();
    attributes.put(Attributes.Name.CLASS_PATH, classes.toString());
    new JarOutputStream(Files.newOutputStream(jar), manifest).close();
  }
}
