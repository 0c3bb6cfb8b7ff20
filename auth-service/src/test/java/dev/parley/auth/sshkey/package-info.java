/// Tests of ssh keys.
@NullMarked
package dev.parley.auth.sshkey;

import org.jspecify.annotations.NullMarked;
