/// Tests of the package.
@NullMarked
package dev.parley.deploy.bench.scenario;

import org.jspecify.annotations.NullMarked;
