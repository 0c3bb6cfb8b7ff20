/// Tests of the directory of encryption devices.
@NullMarked
package dev.parley.auth.device;

import org.jspecify.annotations.NullMarked;
