/// Who is logged in, and that a new connection goes on with the same session.
@NullMarked
package dev.parley.cli.session;

import org.jspecify.annotations.NullMarked;
