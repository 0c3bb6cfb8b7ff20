/// Tests of what docker's answers are read as.
@NullMarked
package dev.parley.deploy.acceptance.compose;

import org.jspecify.annotations.NullMarked;
