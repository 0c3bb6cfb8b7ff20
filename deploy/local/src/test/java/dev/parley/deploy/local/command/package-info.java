/// Tests of the package.
@NullMarked
package dev.parley.deploy.local.command;

import org.jspecify.annotations.NullMarked;
