/// Tests of the package of the same name.
@NullMarked
package dev.parley.deploy.local.deadletter;

import org.jspecify.annotations.NullMarked;
