/// Files that people send: uploads that can be resumed, claims of messages, downloads, sweeping.
///
/// In: requests over HTTP ([dev.parley.gateway.file.rest]), attachments of messages that are sent,
/// and word that a message was withdrawn ([dev.parley.gateway.file.kafka]). Out: bytes and what
/// belongs to them in a [dev.parley.gateway.file.FileStore], which all gateways share.
///
/// A file is begun by an upload, complete when all bytes are there and their hash is right, claimed
/// by one message of its owner, and gone when that message is withdrawn. Who may have it is
/// routing-service's to say, at every fetch. Everything here waits: it runs on virtual threads.
@NullMarked
package dev.parley.gateway.file;

import org.jspecify.annotations.NullMarked;
