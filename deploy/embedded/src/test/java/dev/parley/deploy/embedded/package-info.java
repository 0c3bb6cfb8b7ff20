/// Tests of the embedded servers.
@NullMarked
package dev.parley.deploy.embedded;

import org.jspecify.annotations.NullMarked;
