package dev.parley.contracts.presence;

/// A record on `parley.presence`.
///
/// The key is the account, so that two logins of one account meet in one place. `Heartbeat`,
/// `GatewayStopped` and `Pulse` concern every account: they are written once to each partition.
public sealed interface PresenceRecord
    permits OpenSession,
        ResumeSession,
        CloseSession,
        SetAway,
        Heartbeat,
        GatewayStopped,
        Pulse,
        WhoElse,
        WhoLastHour,
        Ping,
        FetchAudit,
        EndSessions {}
