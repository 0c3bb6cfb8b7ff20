@NullMarked
package dev.parley.deploy.local.aot;

import org.jspecify.annotations.NullMarked;
