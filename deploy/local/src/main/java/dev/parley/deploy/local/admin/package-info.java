/// `./parley admin`: accounts and the audit trail, over HTTP to a gateway.
///
/// In: what a person types, and files of people. Out: calls of `/api/admin`, and words that say
/// what was done and what to do next. On the server's own machine nobody logs in: whoever can read
/// the key that signs tokens is the operator.
@NullMarked
package dev.parley.deploy.local.admin;

import org.jspecify.annotations.NullMarked;
