/// Tests of passwords.
@NullMarked
package dev.parley.password;

import org.jspecify.annotations.NullMarked;
