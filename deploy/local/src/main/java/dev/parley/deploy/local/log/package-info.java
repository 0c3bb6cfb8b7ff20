/// Log files of bounded size, and following them.
@NullMarked
package dev.parley.deploy.local.log;

import org.jspecify.annotations.NullMarked;
