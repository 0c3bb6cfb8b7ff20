/// Tests of the package.
@NullMarked
package dev.parley.deploy.bench.connection;

import org.jspecify.annotations.NullMarked;
