/// Tests of the package.
@NullMarked
package dev.parley.deploy.local.part;

import org.jspecify.annotations.NullMarked;
