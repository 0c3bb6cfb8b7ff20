/// Tests of the package.
@NullMarked
package dev.parley.deploy.bench.report;

import org.jspecify.annotations.NullMarked;
