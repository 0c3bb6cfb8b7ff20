/// Tests of how a stack that runs already is named.
@NullMarked
package dev.parley.deploy.acceptance.stack;

import org.jspecify.annotations.NullMarked;
