/// Tests of the package of the same name.
@NullMarked
package dev.parley.cli.trust;

import org.jspecify.annotations.NullMarked;
