package dev.parley.contracts.auth;

import dev.parley.contracts.ReplyTo;
import java.util.Arrays;
import java.util.List;

/// One record of each kind on `parley.auth` and `parley.accounts`.
public final class AuthSamples {
  private static final Origin ORIGIN = new Origin("tls", "192.0.2.7");
  private static final ReplyTo REPLY_TO = new ReplyTo("gw-1", 41);

  private static final String KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5";

  private static final AdminProof PROOF = new AdminProof(1_700_000_000L, "h.p.s");

  private AuthSamples() {}

  /// {@return a record of each kind on `parley.auth`}
  public static List<AuthRecord> requests() {
    return List.of(
        new Register("alice", sealed(1), "s-1", ORIGIN, REPLY_TO),
        new Login("alice", sealed(2), "s-2", ORIGIN, REPLY_TO),
        new ChangePassword("alice", sealed(3), sealed(4), "s-3", ORIGIN, REPLY_TO),
        new CheckToken("alice", "t-1", 1_700_000_000L, REPLY_TO),
        new AddKey("alice", KEY, "laptop", ORIGIN, REPLY_TO),
        new RemoveKey("alice", "SHA256:c2hhMjU2", ORIGIN, REPLY_TO),
        new ListKeys("alice", REPLY_TO),
        new CheckKey("alice", KEY, REPLY_TO),
        new LoginWithKey("alice", KEY, "s-4", ORIGIN, REPLY_TO),
        new LinkDevice("alice", "cGFybGV5", true, ORIGIN, REPLY_TO),
        new RequestDevice("alice", "cGFybGV5", ORIGIN, REPLY_TO),
        new FetchDevices("bob", "alice", REPLY_TO),
        new AuthorizeAudit("alice", PROOF, ORIGIN, REPLY_TO),
        new FetchPasswordPolicy("alice", PROOF, REPLY_TO),
        new ListAccounts("alice", PROOF, "b", Role.ADMIN, true, "bob", 100, REPLY_TO),
        new SetDisabled("alice", PROOF, "bob", true, ORIGIN, REPLY_TO),
        new SetRole("alice", PROOF, "bob", Role.MODERATOR, ORIGIN, REPLY_TO),
        new ResetPassword("alice", PROOF, "bob", "$argon2id$x", ORIGIN, REPLY_TO),
        new ImportAccounts(
            "alice",
            PROOF,
            "i-1",
            List.of(new ImportedAccount("bob", "$argon2id$x", Role.MEMBER)),
            true,
            ORIGIN,
            REPLY_TO));
  }

  /// {@return a record of each kind on `parley.accounts`}
  public static List<AccountRecord> accounts() {
    return List.of(new AccountCreated("alice", 1_700_000_000_123L));
  }

  private static SealedPassword sealed(int fill) {
    byte[] encapsulation = new byte[32];
    byte[] ciphertext = new byte[24];
    Arrays.fill(encapsulation, (byte) fill);
    Arrays.fill(ciphertext, (byte) -fill);
    return new SealedPassword("k-2025", encapsulation, ciphertext, "nonce-" + fill);
  }
}
