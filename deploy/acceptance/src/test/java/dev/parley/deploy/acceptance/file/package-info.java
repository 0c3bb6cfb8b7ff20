/// Files through the doors of the packaged stack.
@NullMarked
package dev.parley.deploy.acceptance.file;

import org.jspecify.annotations.NullMarked;
