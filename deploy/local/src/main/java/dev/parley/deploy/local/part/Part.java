package dev.parley.deploy.local.part;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// One process of a stack that can be started again and again. Used by one thread at a time.
public interface Part {

  /// {@return its name in tables and of its log: `kafka`, `gateway-1`}
  String name();

  /// {@return what it is an instance of: `kafka`, `gateway`}
  String kind();

  /// {@return its ports by name}
  Map<String, Integer> ports();

  /// Starts the process and waits until it is ready, with a limit.
  ///
  /// @throws dev.parley.deploy.embedded.StartFailedException if it does not become ready
  void start();

  /// Stops the process in good order, with a limit, and by force after that.
  void stop();

  /// {@return its process id, or -1 if it does not run}
  long pid();

  /// {@return completed when the process that was started last has ended}
  CompletableFuture<Integer> onExit();
}
