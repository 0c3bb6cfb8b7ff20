package dev.parley.deploy.embedded;

import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/// The one [EmbeddedStack] of a JVM, however many class loaders have loaded this class.
///
/// Quarkus gives a test application a class loader of its own, so a static field would start a
/// second broker. What is shared hangs on the system properties, and consists of types of the JDK
/// only. Safe for any thread; restarts block until the server is back.
public final class SharedStack {

  private static final String KEY = "parley.embedded.stack";
  private static final String BOOTSTRAP_SERVERS = "bootstrapServers";
  private static final String JDBC = "jdbc:";
  private static final String PASSWORD = "password:";

  private final Map<String, Object> shared;

  private SharedStack(Map<String, Object> shared) {
    this.shared = shared;
  }

  /// Starts broker and database if this JVM has none yet.
  ///
  /// @return the JVM's only ones
  public static SharedStack instance() {
    Properties properties = System.getProperties();
    @SuppressWarnings("unchecked") // Only this class writes under the key.
    var shared = (Map<String, Object>) properties.computeIfAbsent(KEY, _ -> describe());
    return new SharedStack(shared);
  }

  /// {@return the value for `kafka.bootstrap.servers`}
  public String bootstrapServers() {
    return text(BOOTSTRAP_SERVERS);
  }

  /// {@return the JDBC address of a schema}
  ///
  /// @param schema `auth`, `routing` or `presence`
  public String jdbcUrl(String schema) {
    return text(JDBC + schema);
  }

  /// {@return the password of the role that owns a schema}
  ///
  /// @param schema `auth`, `routing` or `presence`
  public String password(String schema) {
    return text(PASSWORD + schema);
  }

  /// Stops the broker in good order and starts it again, same port, same data.
  public void restartBroker() {
    run(Control.RESTART_BROKER);
  }

  /// Kills the broker, as a crash would, until [#restartBroker()].
  public void killBroker() {
    run(Control.KILL_BROKER);
  }

  /// Stops the database in good order and starts it again, same port, same data.
  public void restartDatabase() {
    run(Control.RESTART_DATABASE);
  }

  /// Kills the database, as a crash would, until [#restartDatabase()].
  public void killDatabase() {
    run(Control.KILL_DATABASE);
  }

  private static Map<String, Object> describe() {
    var stack = EmbeddedStack.start();
    var shared = new ConcurrentHashMap<String, Object>();
    shared.put(BOOTSTRAP_SERVERS, stack.kafka().bootstrapServers());
    for (String schema : EmbeddedStack.SCHEMAS) {
      shared.put(JDBC + schema, stack.postgres().settings().jdbcUrl(schema));
      shared.put(PASSWORD + schema, EmbeddedStack.role(schema).password());
    }
    for (Control control : Control.values()) {
      Runnable action = () -> control.apply(stack);
      shared.put(control.name(), action);
    }
    return shared;
  }

  private String text(String key) {
    if (shared.get(key) instanceof String value) {
      return value;
    }
    throw new IllegalArgumentException("not part of the embedded stack: " + key);
  }

  private void run(Control control) {
    synchronized (shared) {
      if (shared.get(control.name()) instanceof Runnable action) {
        action.run();
      }
    }
  }

  private enum Control {
    RESTART_BROKER,
    KILL_BROKER,
    RESTART_DATABASE,
    KILL_DATABASE;

    void apply(EmbeddedStack stack) {
      switch (this) {
        case RESTART_BROKER -> stack.kafka().restart();
        case KILL_BROKER -> stack.kafka().kill();
        case RESTART_DATABASE -> stack.postgres().restart();
        case KILL_DATABASE -> stack.postgres().kill();
      }
    }
  }
}
