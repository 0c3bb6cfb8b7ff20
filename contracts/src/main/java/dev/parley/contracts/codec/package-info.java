/// How records become bytes: JSON with a version field, and what happens to the unknown and the
/// unreadable.
///
/// Shape of every record: `{"v":1,"kind":"Post","body":{...}}`. Evolution rule: an unknown field is
/// skipped, an unknown kind is skipped and counted, anything else that cannot be read is reported
/// with a reason and belongs in `parley.deadletter`. A component added to a record must be
/// `@Nullable`, a list or a map, or the records that lie in the log already become unreadable.
@NullMarked
package dev.parley.contracts.codec;

import org.jspecify.annotations.NullMarked;
