/// Encryption of direct messages: keys of this terminal, whom its owner trusts, what is sealed and
/// what opens. `docs/encryption.md` is what it follows.
///
/// [dev.parley.cli.encryption.Traffic] stands between the server and whoever reads and writes:
/// requests go out sealed, answers and events come in opened, as the frames that they were. All of
/// it lives on the loop of the client; only passphrases are worked on elsewhere.
@NullMarked
package dev.parley.cli.encryption;

import org.jspecify.annotations.NullMarked;
