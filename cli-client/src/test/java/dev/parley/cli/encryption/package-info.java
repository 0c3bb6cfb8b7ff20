/// Tests of the package of the same name.
@NullMarked
package dev.parley.cli.encryption;

import org.jspecify.annotations.NullMarked;
