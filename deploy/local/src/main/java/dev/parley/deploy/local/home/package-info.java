/// The data folder of a stack: its layout and version, its secrets, and the lock that keeps two
/// runs apart. Everything here is plain files; callers are the commands and the stack, on their own
/// thread.
@NullMarked
package dev.parley.deploy.local.home;

import org.jspecify.annotations.NullMarked;
