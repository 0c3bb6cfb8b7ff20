@NullMarked
package dev.parley.deploy.bench.frame;

import org.jspecify.annotations.NullMarked;
