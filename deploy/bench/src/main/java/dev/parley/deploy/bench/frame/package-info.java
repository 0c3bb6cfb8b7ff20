/// The frame protocol over WebSocket, so that the loads can speak to the `ws` door.
///
/// The loads speak and hear lines; [dev.parley.deploy.bench.frame.FrameProtocol] says them as
/// frames and hands frames on as lines. Nothing is allocated for a delivery.
@NullMarked
package dev.parley.deploy.bench.frame;

import org.jspecify.annotations.NullMarked;
