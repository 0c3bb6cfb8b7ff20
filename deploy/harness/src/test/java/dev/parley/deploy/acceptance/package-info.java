/// What the acceptance module promises of itself.
@NullMarked
package dev.parley.deploy.acceptance;

import org.jspecify.annotations.NullMarked;
