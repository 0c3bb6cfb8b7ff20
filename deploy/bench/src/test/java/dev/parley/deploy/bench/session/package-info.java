/// Tests of the package.
@NullMarked
package dev.parley.deploy.bench.session;

import org.jspecify.annotations.NullMarked;
