/// Reads this gateway's topic, `parley.presence.events` and `parley.ownership`.
///
/// On one platform thread for each topic.
@NullMarked
package dev.parley.gateway.delivery.kafka;

import org.jspecify.annotations.NullMarked;
