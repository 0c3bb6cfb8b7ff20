/// The stores of presence-service in PostgreSQL.
///
/// What a poll changes goes through JDBC in sets: a handful of statements for a batch, however
/// large. What is read now and then, or changes one row at a time, goes through Panache. All
/// methods block; every wait ends by the connection's own limits. A fault that may pass becomes a
/// [dev.parley.contracts.consumer.TemporaryFaultException].
@NullMarked
package dev.parley.presence.postgres;

import org.jspecify.annotations.NullMarked;
