/// Programs of this machine, such as `ssh` and `docker`: started, waited for with a limit, and
/// never left behind.
@NullMarked
package dev.parley.deploy.acceptance.program;

import org.jspecify.annotations.NullMarked;
