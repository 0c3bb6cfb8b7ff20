/// A server of the line protocol for tests: in memory, honest or faulty as asked.
@NullMarked
package dev.parley.deploy.bench.door;

import org.jspecify.annotations.NullMarked;
