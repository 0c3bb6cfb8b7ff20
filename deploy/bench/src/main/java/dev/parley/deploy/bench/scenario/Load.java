package dev.parley.deploy.bench.scenario;

import dev.parley.deploy.bench.line.StampedText;
import dev.parley.deploy.bench.measure.Tally;
import dev.parley.deploy.bench.measure.Window;

/// What the talkers of one event loop share while a load runs.
///
/// @param window when to post and what counts
/// @param tally takes what counts
/// @param outstanding messages that each author keeps unacknowledged; 0 if a schedule decides
record Load(Window window, Tally tally, StampedText text, int outstanding) {}
