/// Time and figures: when a load is warm and when it is over, when each message of a fixed rate is
/// due, how many came and how long they took.
///
/// Times are `System.nanoTime()` unless a name says otherwise. Counters belong to one event loop
/// each and are added up at the end.
@NullMarked
package dev.parley.deploy.bench.measure;

import org.jspecify.annotations.NullMarked;
