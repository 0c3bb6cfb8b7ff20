/// Interactive ssh shells of the tool, as OpenSSH opens them: a password, a pty, keys in, a screen
/// out. What a shell prints comes on a thread of the transport.
@NullMarked
package dev.parley.deploy.bench.shell;

import org.jspecify.annotations.NullMarked;
