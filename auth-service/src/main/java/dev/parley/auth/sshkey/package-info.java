/// Keys that log an account in at the ssh door.
///
/// In: requests of owners and of the gateway, in order for each account, on virtual threads. Out:
/// outcomes. The gateway proves that a client holds the private half; whether the public half is
/// one of the account's is told here. Keys are read strictly: what is stored is what was sent.
@NullMarked
package dev.parley.auth.sshkey;

import org.jspecify.annotations.NullMarked;
