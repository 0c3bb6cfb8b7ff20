/// Tests of the package.
@NullMarked
package dev.parley.deploy.local.log;

import org.jspecify.annotations.NullMarked;
