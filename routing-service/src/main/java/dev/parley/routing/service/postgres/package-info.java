/// What the service demands of PostgreSQL before it serves.
@NullMarked
package dev.parley.routing.service.postgres;

import org.jspecify.annotations.NullMarked;
