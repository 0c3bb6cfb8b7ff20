/// The verbs about an account: register, login, password, logout.
///
/// In: requests on the event loop. Out: replies on the event loop; passwords only sealed.
@NullMarked
package dev.parley.gateway.request.account;

import org.jspecify.annotations.NullMarked;
