/// Tests of the package.
@NullMarked
package dev.parley.deploy.bench.measure;

import org.jspecify.annotations.NullMarked;
