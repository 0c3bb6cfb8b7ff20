/// `./parley backup` and `./parley restore`: everything that must not be lost, in one file and
/// back.
///
/// In: what a person types, a data folder or the address of a database. Out: an archive, or a stack
/// that goes on from one. A command that fails leaves what was there before: a backup appears under
/// its name when it is whole, a restore takes the place of the old data when it is done.
@NullMarked
package dev.parley.deploy.local.backup;

import org.jspecify.annotations.NullMarked;
