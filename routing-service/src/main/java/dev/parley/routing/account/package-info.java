/// Which accounts exist.
///
/// In: `parley.accounts`, from its first record. Out: answers about handles, for any thread. An
/// account is acknowledged to its owner after its record is written, so whoever waits for
/// [AccountFeed#caughtUp()] sees every account that anybody can know of.
@NullMarked
package dev.parley.routing.account;

import org.jspecify.annotations.NullMarked;
