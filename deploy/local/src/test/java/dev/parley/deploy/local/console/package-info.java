/// Tests of the package.
@NullMarked
package dev.parley.deploy.local.console;

import org.jspecify.annotations.NullMarked;
