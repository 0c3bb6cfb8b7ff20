/// Accounts, and the four requests about them: register, login, change password, check token.
///
/// In: requests, in order for each account, each on a virtual thread of its own. Out: an [Outcome]
/// for each, and announcements of new accounts. A request that comes again after a crash has the
/// same outcome: see each handler. The request of a handler that needs the database or Kafka while
/// they are away is tried for two seconds and then refused as `unavailable`.
@NullMarked
package dev.parley.auth.account;

import org.jspecify.annotations.NullMarked;
