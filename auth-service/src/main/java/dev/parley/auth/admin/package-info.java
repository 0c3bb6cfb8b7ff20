/// What administrators ask: accounts listed, closed, opened, given a role or a password, imported.
///
/// In: requests that a gateway vouches for, on virtual threads. Out: outcomes; each deed goes to
/// the audit trail with who did it and to whom. Whether who asks is an administrator is looked up
/// at each request.
@NullMarked
package dev.parley.auth.admin;

import org.jspecify.annotations.NullMarked;
