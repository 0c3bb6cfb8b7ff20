package dev.parley.contracts.audit;

/// A record on `parley.audit`.
public sealed interface AuditRecord permits AuditBatch {}
