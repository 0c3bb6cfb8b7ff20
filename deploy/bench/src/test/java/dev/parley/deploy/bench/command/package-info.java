/// Tests of the package.
@NullMarked
package dev.parley.deploy.bench.command;

import org.jspecify.annotations.NullMarked;
