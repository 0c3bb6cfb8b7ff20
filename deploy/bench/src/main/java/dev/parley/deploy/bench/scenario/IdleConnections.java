package dev.parley.deploy.bench.scenario;

/// Logged-in connections that say nothing until they are asked. For one thread, which waits.
///
/// What goes wrong with one of them is noted as a violation; what keeps them from being set up is
/// thrown.
public interface IdleConnections extends AutoCloseable {

  /// Registers accounts and logs each of them in, after those that are there.
  ///
  /// @param count how many more
  void enlist(int count);

  /// {@return how many there are}
  int size();

  /// Asks each for an answer, and waits for all.
  void askAll();

  /// The first says a text to everyone; waits until that is stored.
  void broadcast();

  /// {@return how many of the others it has reached so far}
  int reached();

  @Override
  void close();
}
