package dev.parley.contracts.audit;

import java.util.List;

/// What the records of one partition caused.
///
/// An event is identified by topic, partition, offset and item of its cause; a repeated one is
/// stored once.
///
/// @param service name of the service that tells
/// @param topic topic of the causing records
/// @param partition partition of the causing records
/// @param events in the order of the log
public record AuditBatch(String service, String topic, int partition, List<AuditEvent> events)
    implements AuditRecord {}
