/// The stores in PostgreSQL, through Hibernate ORM with Panache.
///
/// In: calls of the features, on virtual threads. Out: values; entities do not leave this package.
/// Every call is one transaction. A database that is out of reach shows as
/// [dev.parley.contracts.consumer.TemporaryFaultException].
@NullMarked
package dev.parley.auth.postgres;

import org.jspecify.annotations.NullMarked;
