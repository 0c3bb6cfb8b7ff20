package dev.parley.contracts.auth;

import dev.parley.contracts.ReplyTo;
import java.util.List;

/// Asks to make accounts, all or none; the answer is an `AccountsImported`. The same import again
/// finds its accounts made and is answered as before.
///
/// @param account handle of the administrator, or `console`
/// @param proof how that is known
/// @param id tells this import from others, at most 64 characters
/// @param accounts at most 5,000, each handle once
/// @param dryRun whether only to tell which handles are taken
/// @param origin where it came from
/// @param replyTo where the answer goes
public record ImportAccounts(
    String account,
    AdminProof proof,
    String id,
    List<ImportedAccount> accounts,
    boolean dryRun,
    Origin origin,
    ReplyTo replyTo)
    implements AdminRequest {}
