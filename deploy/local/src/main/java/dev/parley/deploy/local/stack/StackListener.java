package dev.parley.deploy.local.stack;

/// Is told, in words for a person, what a stack is doing. Called by any thread.
@FunctionalInterface
public interface StackListener {

  /// Something has happened.
  ///
  /// @param line one line of text
  void onLine(String line);
}
