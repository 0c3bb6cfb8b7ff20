/// Tests of search.
@NullMarked
package dev.parley.routing.search;

import org.jspecify.annotations.NullMarked;
