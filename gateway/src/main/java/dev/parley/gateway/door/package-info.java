/// What every door gives to the layers above it and takes from them; nothing above knows which door
/// it was.
///
/// In: replies, events and entries. Out: bytes, in the leaf packages, one for each door. All
/// methods of a connection run on its event loop.
@NullMarked
package dev.parley.gateway.door;

import org.jspecify.annotations.NullMarked;
