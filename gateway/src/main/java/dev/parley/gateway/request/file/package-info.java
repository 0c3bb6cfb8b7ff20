/// `file` and `get`: addresses of one use for those who type their requests.
///
/// In: requests of a connection, on its event loop. Out: uploads begun, on a worker, and addresses.
@NullMarked
package dev.parley.gateway.request.file;

import org.jspecify.annotations.NullMarked;
