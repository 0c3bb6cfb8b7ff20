/// Tests of the package.
@NullMarked
package dev.parley.deploy.local.stack;

import org.jspecify.annotations.NullMarked;
