/// Tests of the package.
@NullMarked
package dev.parley.deploy.bench;

import org.jspecify.annotations.NullMarked;
