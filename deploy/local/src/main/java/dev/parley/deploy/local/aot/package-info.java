/// What makes the second start of a program quick: caches of its classes, made ahead of time from
/// its first run.
@NullMarked
package dev.parley.deploy.local.aot;

import org.jspecify.annotations.NullMarked;
