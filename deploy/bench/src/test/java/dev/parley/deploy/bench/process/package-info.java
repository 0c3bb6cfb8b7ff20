/// Tests of the package.
@NullMarked
package dev.parley.deploy.bench.process;

import org.jspecify.annotations.NullMarked;
