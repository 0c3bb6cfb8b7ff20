/// Tests of the package.
@NullMarked
package dev.parley.deploy.local.home;

import org.jspecify.annotations.NullMarked;
