/// The ssh door: `ssh -p 2222 alice@host` is in the chat, `ssh host whoelse` gives one command.
///
/// ```
/// transport (MINA, its threads) ─▶ SshClient ─▶ Prove ─▶ shell: Enter, then lines or a line editor
///                                                   └──▶ exec: EnterBriefly, one command, exit status
/// ```
///
/// Each connection is confined to one event loop. What comes from MINA's threads is put there; what
/// is written goes to the channel on a virtual thread, since a write may wait while keys are
/// exchanged. One connection carries one channel.
@NullMarked
package dev.parley.gateway.door.ssh;

import org.jspecify.annotations.NullMarked;
