/// Tests of the module as a whole.
@NullMarked
package dev.parley.deploy.local;

import org.jspecify.annotations.NullMarked;
