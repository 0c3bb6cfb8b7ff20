package dev.parley.gateway.admin;

import dev.parley.contracts.auth.AdminProof;
import dev.parley.contracts.auth.Origin;
import java.util.concurrent.Executor;

/// Who calls, as far as the gateway can tell: whose token it is, and that it is good.
///
/// @param account handle of the account, or `console`
/// @param proof how that is known
/// @param origin where the call came from
/// @param loop where answers are wanted
public record Administrator(String account, AdminProof proof, Origin origin, Executor loop) {}
