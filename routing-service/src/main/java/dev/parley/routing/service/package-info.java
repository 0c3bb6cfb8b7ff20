/// Start, stop and health of the whole service; wires the features, decides nothing.
@NullMarked
package dev.parley.routing.service;

import org.jspecify.annotations.NullMarked;
