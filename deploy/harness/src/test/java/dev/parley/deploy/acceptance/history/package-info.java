/// Tests of the checker: a checker that cannot fail proves nothing.
@NullMarked
package dev.parley.deploy.acceptance.history;

import org.jspecify.annotations.NullMarked;
