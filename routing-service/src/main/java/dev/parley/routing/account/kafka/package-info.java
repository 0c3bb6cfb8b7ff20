/// The Kafka side of accounts: a tail of `parley.accounts`, on a thread of its own.
@NullMarked
package dev.parley.routing.account.kafka;

import org.jspecify.annotations.NullMarked;
