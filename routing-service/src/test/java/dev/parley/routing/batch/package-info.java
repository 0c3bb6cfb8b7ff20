/// Tests of batches against an engine without Kafka, and the fakes that make it up.
@NullMarked
package dev.parley.routing.batch;

import org.jspecify.annotations.NullMarked;
