/// Tests of heartbeats.
@NullMarked
package dev.parley.presence.heartbeat;

import org.jspecify.annotations.NullMarked;
