/// Tests of the package of the same name.
@NullMarked
package dev.parley.deploy.local.archive;

import org.jspecify.annotations.NullMarked;
