/// Tests of the package.
@NullMarked
package dev.parley.deploy.local.setting;

import org.jspecify.annotations.NullMarked;
