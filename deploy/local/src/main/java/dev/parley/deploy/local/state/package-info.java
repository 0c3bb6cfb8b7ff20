/// What a running stack tells other processes about itself: one JSON file, replaced as a whole
/// whenever something changes, and the test whether a recorded process still is the same one.
@NullMarked
package dev.parley.deploy.local.state;

import org.jspecify.annotations.NullMarked;
