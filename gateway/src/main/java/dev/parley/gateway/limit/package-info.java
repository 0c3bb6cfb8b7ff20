/// Rates and counts: messages and commands of an account, connections of an address.
///
/// Confined to one event loop or free of locks, as each type says.
@NullMarked
package dev.parley.gateway.limit;

import org.jspecify.annotations.NullMarked;
