/// Tests of the package of the same name.
@NullMarked
package dev.parley.cli.config;

import org.jspecify.annotations.NullMarked;
