/// What connects the features to Kafka, and the one place that knows it.
///
/// In: `parley.presence` (group `presence-service`) and `parley.audit` (group `presence-audit`),
/// each on a poll thread of its own. Out: the gateways' topics, `parley.presence.events`,
/// `parley.audit`, and a pulse on every owned partition of `parley.presence`. A poll is decoded,
/// checked, handed to the features, and its effects are written; offsets follow when those are
/// acknowledged.
@NullMarked
package dev.parley.presence.kafka;

import org.jspecify.annotations.NullMarked;
