/// Tests of the package.
@NullMarked
package dev.parley.deploy.bench.check;

import org.jspecify.annotations.NullMarked;
