/// Accounts, and the requests that their owners make about them: register, login, change password,
/// check token.
///
/// In: requests, led here by [dev.parley.auth.request]. Out: outcomes, announcements of new
/// accounts, and the end of the sessions that a change of an account leaves without ground.
@NullMarked
package dev.parley.auth.account;

import org.jspecify.annotations.NullMarked;
