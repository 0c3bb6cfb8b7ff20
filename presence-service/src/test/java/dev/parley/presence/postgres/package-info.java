/// Tests of the stores against PostgreSQL.
@NullMarked
package dev.parley.presence.postgres;

import org.jspecify.annotations.NullMarked;
