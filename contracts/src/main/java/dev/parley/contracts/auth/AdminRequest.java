package dev.parley.contracts.auth;

/// A request of an administrator. Whether it is one is looked up when the request is handled.
///
/// Refused with `not_allowed` if it is none, with `bad_credentials` if its proof is not good.
public sealed interface AdminRequest extends AuthRecord
    permits AuthorizeAudit,
        FetchPasswordPolicy,
        ImportAccounts,
        ListAccounts,
        ResetPassword,
        SetDisabled,
        SetRole {
  /// {@return how the gateway knows that the request is the administrator's}
  AdminProof proof();
}
