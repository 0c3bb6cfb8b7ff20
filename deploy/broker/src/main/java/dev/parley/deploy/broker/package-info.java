/// The Kafka broker as a process of its own: a properties file goes in, a broker on loopback comes
/// out, and standard input is the leash that ends it.
///
/// It runs on a class path of its own (`target/broker/lib`), since Quarkus manages another version
/// of the Kafka client. Nothing here is called by other modules.
@NullMarked
package dev.parley.deploy.broker;

import org.jspecify.annotations.NullMarked;
