/// What comes back from a backup, and from the log.
@NullMarked
package dev.parley.deploy.acceptance.recovery;

import org.jspecify.annotations.NullMarked;
