/// The words that all records share: ids, handles, error codes, where a reply goes.
///
/// The only code that Parley's services share. No framework, immutable values.
@NullMarked
package dev.parley.contracts;

import org.jspecify.annotations.NullMarked;
