package dev.parley.deploy.embedded;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// Gives a Quarkus test the JVM's shared broker and database.
///
/// ```java
/// @QuarkusTest
/// @QuarkusTestResource(
///     value = EmbeddedStackResource.class,
///     initArgs = @ResourceArg(name = "schema", value = "routing"))
/// ```
///
/// Without the argument `schema` there are no data source keys. Nothing is stopped between test
/// classes: topics and rows of earlier classes are still there. [SharedStack] restarts the servers.
public final class EmbeddedStackResource implements QuarkusTestResourceLifecycleManager {

  private @Nullable String schema;

  /// Made by Quarkus.
  public EmbeddedStackResource() {}

  @Override
  public void init(Map<String, String> arguments) {
    schema = arguments.get("schema");
  }

  @Override
  public Map<String, String> start() {
    var stack = SharedStack.instance();
    var keys = new HashMap<String, String>();
    keys.put("kafka.bootstrap.servers", stack.bootstrapServers());
    if (schema != null) {
      keys.put("quarkus.datasource.jdbc.url", stack.jdbcUrl(schema));
      keys.put("quarkus.datasource.username", schema);
      keys.put("quarkus.datasource.password", stack.password(schema));
    }
    giveEverySystemPropertyText();
    return keys;
  }

  /// [SharedStack] keeps an object under a key of the system properties, and Narayana, which copies
  /// them all when a service with transactions boots, stumbles over a property without text.
  private static void giveEverySystemPropertyText() {
    var text = new Properties();
    var all = new Properties(text);
    System.getProperties()
        .forEach((key, value) -> {
          text.setProperty(key.toString(), value instanceof String it ? it : "");
          all.put(key, value);
        });
    System.setProperties(all);
  }

  @Override
  public void stop() {
    // The next test class uses the same servers; a shutdown hook ends them.
  }
}
