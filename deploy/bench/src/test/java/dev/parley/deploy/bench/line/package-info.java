/// Tests of the package.
@NullMarked
package dev.parley.deploy.bench.line;

import org.jspecify.annotations.NullMarked;
