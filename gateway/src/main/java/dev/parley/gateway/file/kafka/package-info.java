/// Word of withdrawn messages, from `parley.files`, on the thread of a poll loop.
@NullMarked
package dev.parley.gateway.file.kafka;

import org.jspecify.annotations.NullMarked;
