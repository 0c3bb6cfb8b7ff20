/// Tests of questions.
@NullMarked
package dev.parley.presence.query;

import org.jspecify.annotations.NullMarked;
