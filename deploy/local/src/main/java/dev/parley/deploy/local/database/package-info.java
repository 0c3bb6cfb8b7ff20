/// The database of a stack as a whole: all schemas at one moment, out into an archive and back in.
///
/// In: connections of the superuser. Out: rows as COPY writes them. Nothing here knows what a table
/// means, except [dev.parley.deploy.local.database.NewLog].
@NullMarked
package dev.parley.deploy.local.database;

import org.jspecify.annotations.NullMarked;
