/// The formats of `docs/encryption.md` once more, on the JVM: what a browser seals opens here, and
/// the other way round. It judges the specification by the test vectors; no client uses it yet.
@NullMarked
package dev.parley.cli.sealed;

import org.jspecify.annotations.NullMarked;
