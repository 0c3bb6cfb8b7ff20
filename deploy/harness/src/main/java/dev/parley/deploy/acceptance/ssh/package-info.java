/// The OpenSSH client of this machine at the ssh door: commands, and shells whose bytes are read as
/// a terminal would get them.
@NullMarked
package dev.parley.deploy.acceptance.ssh;

import org.jspecify.annotations.NullMarked;
