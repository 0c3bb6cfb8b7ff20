@NullMarked
package dev.parley.deploy.acceptance.ssh;

import org.jspecify.annotations.NullMarked;
