/// One conversation through every door: whoever reads it anywhere reads the same.
@NullMarked
package dev.parley.deploy.acceptance.matrix;

import org.jspecify.annotations.NullMarked;
