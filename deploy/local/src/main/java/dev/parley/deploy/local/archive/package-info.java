/// The file of a backup: a zip, inside OpenPGP if there is a passphrase. Streams go in and come
/// out; whoever reads gets nothing that was not written, or a
/// [dev.parley.deploy.local.archive.BadArchiveException].
///
/// ```
/// parley-backup.json             number of the format, first, so that an older Parley can refuse it
/// tables/SCHEMA/TABLE.copy       rows as PostgreSQL's COPY writes text
/// data/…                         keys, certificate, files: what lies beside the database
/// manifest.json                  last: versions, and size, SHA-256 and rows of everything above
/// ```
@NullMarked
package dev.parley.deploy.local.archive;

import org.jspecify.annotations.NullMarked;
