/// Seals passwords to auth-service (HPKE, RFC 9180), so that none lies in Kafka in clear.
///
/// In: a password as typed. Out: ciphertext. Sealing takes a fraction of a millisecond and runs on
/// virtual threads.
@NullMarked
package dev.parley.gateway.credential;

import org.jspecify.annotations.NullMarked;
