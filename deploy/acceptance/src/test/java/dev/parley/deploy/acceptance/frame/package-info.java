/// The promises of the frame protocol, kept by a whole stack.
@NullMarked
package dev.parley.deploy.acceptance.frame;

import org.jspecify.annotations.NullMarked;
