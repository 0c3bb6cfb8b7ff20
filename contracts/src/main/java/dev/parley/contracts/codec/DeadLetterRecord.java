package dev.parley.contracts.codec;

/// A record on `parley.deadletter`.
public sealed interface DeadLetterRecord permits DeadLetter {}
