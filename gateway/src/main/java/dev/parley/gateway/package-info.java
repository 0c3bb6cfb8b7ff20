/// The gateway: ends the connections of clients and stands between them and the log.
///
/// In: bytes of clients, records of its own Kafka topic. Out: records on the topics of the
/// services, bytes to clients. This package only wires the features together and starts and stops
/// them.
@NullMarked
package dev.parley.gateway;

import org.jspecify.annotations.NullMarked;
