/// What travels on `parley.auth` (requests of the gateway, key: account) and `parley.accounts`
/// (which accounts exist, key: account, compacted).
///
/// In: nothing. Out: values, checked where they are made. Immutable, so free of threads.
@NullMarked
package dev.parley.contracts.auth;

import org.jspecify.annotations.NullMarked;
