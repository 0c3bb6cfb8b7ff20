/// Tests of the package of the same name.
@NullMarked
package dev.parley.routing.account;

import org.jspecify.annotations.NullMarked;
