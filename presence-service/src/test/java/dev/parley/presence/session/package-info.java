/// Tests of sessions.
@NullMarked
package dev.parley.presence.session;

import org.jspecify.annotations.NullMarked;
