@NullMarked
package dev.parley.deploy.local.canary;

import org.jspecify.annotations.NullMarked;
