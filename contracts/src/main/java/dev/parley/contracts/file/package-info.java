/// What routing-service tells the gateways of files, on `parley.files`.
///
/// Read by all gateways as one consumer group, so that each record is dealt with once, and again
/// after a crash.
@NullMarked
package dev.parley.contracts.file;

import org.jspecify.annotations.NullMarked;
