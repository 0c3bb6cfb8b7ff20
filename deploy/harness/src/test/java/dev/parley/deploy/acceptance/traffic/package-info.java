/// Tests of what needs no server: who writes where, and what a reply means for the history.
@NullMarked
package dev.parley.deploy.acceptance.traffic;

import org.jspecify.annotations.NullMarked;
