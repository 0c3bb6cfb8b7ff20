@NullMarked
package dev.parley.deploy.bench.shell;

import org.jspecify.annotations.NullMarked;
