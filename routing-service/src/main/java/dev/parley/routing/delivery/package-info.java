/// What a batch makes others know, and how it gets there.
///
/// In: [Effects] gathered while a batch is applied. Out, through [Publisher]: records on gateway
/// topics, on inboxes and in the audit. [Effects] belong to the thread of the batch.
@NullMarked
package dev.parley.routing.delivery;

import org.jspecify.annotations.NullMarked;
