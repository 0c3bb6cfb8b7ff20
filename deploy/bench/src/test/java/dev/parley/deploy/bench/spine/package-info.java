/// Tests of the package.
@NullMarked
package dev.parley.deploy.bench.spine;

import org.jspecify.annotations.NullMarked;
