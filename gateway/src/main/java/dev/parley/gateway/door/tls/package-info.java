/// The certificate of the TLS doors: made at first start and kept, or that of the operator.
///
/// In: configuration. Out: a PKCS#12 key store. At start, on the starting thread.
@NullMarked
package dev.parley.gateway.door.tls;

import org.jspecify.annotations.NullMarked;
