/// Topics: their names, the key rule, their creation, and the producer and consumer settings that
/// all services share.
@NullMarked
package dev.parley.contracts.topic;

import org.jspecify.annotations.NullMarked;
