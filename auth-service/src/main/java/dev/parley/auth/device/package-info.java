/// The directory of encryption devices: what public keys accounts have, as signed lists of links.
///
/// In: requests of gateways, from many threads, those of one account one after another. Out: the
/// links, for whoever is logged in. The lists are not believed but read: signatures are checked by
/// clients, who trust nobody here; see `docs/encryption.md`. Nothing secret is ever here.
@NullMarked
package dev.parley.auth.device;

import org.jspecify.annotations.NullMarked;
