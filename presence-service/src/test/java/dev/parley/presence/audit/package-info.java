/// Tests of the audit trail.
@NullMarked
package dev.parley.presence.audit;

import org.jspecify.annotations.NullMarked;
