/// The canary: an account that writes to itself through each door, again and again, and tells how
/// long it took. It speaks the public protocol as any client does, on one thread.
@NullMarked
package dev.parley.deploy.local.canary;

import org.jspecify.annotations.NullMarked;
