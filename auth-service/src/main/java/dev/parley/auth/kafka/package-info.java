/// Kafka: the requests of `parley.auth` in, replies, announcements and audit out.
///
/// The poll loop decodes on its own platform thread and hands each request to the lane of its
/// account; lanes run on virtual threads. Offsets are committed when every request of a batch is
/// answered and the audit of the batch is stored.
@NullMarked
package dev.parley.auth.kafka;

import org.jspecify.annotations.NullMarked;
