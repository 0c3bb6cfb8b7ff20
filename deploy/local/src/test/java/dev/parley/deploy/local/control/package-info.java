/// Tests of the package.
@NullMarked
package dev.parley.deploy.local.control;

import org.jspecify.annotations.NullMarked;
