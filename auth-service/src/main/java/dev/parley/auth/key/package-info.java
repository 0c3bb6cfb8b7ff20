/// The folder in which the service keeps the private keys that it made at its first start.
///
/// In: the name of a key and how to make it. Out: the key's text, the same for every instance that
/// shares the folder. Used at the start only, on the thread that builds the beans.
@NullMarked
package dev.parley.auth.key;

import org.jspecify.annotations.NullMarked;
