package dev.parley.deploy.bench.scenario;

import dev.parley.deploy.bench.connection.EventLoop;
import dev.parley.deploy.bench.measure.Window;
import java.util.List;

/// What makes talkers post.
sealed interface Pace permits ClosedLoop, FixedRate {

  /// {@return messages that each author keeps unacknowledged; 0 if the pace does not depend on it}
  int outstanding();

  /// Makes the authors of one event loop post while the window is open. Returns at once.
  ///
  /// @param loop their event loop
  /// @param authors some of all authors
  /// @param share their part of all authors, above 0 and up to 1
  /// @param window when to post
  void start(EventLoop loop, List<Talker> authors, double share, Window window);
}
