/// The keys of this terminal, on the disk and under a passphrase.
///
/// [dev.parley.cli.encryption.key.Keyring] is on the loop of the client; passphrases are worked on
/// elsewhere, for that takes a second. What is kept changes in one place, the
/// [dev.parley.cli.encryption.key.Vault], and is on the disk before anybody else hears of it.
@NullMarked
package dev.parley.cli.encryption.key;

import org.jspecify.annotations.NullMarked;
