/// The formats of `docs/encryption.md`: statements and lists of devices, sealed texts, sealed
/// files, numbers that people compare.
///
/// In: bytes and texts that somebody else made, of which nothing is believed before it was checked.
/// Out: what they say, or why they are refused. Nothing here waits, stores or asks; for any thread.
/// `docs/encryption-vectors.json` holds it against the browser.
@NullMarked
package dev.parley.cli.sealed;

import org.jspecify.annotations.NullMarked;
