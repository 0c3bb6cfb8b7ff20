package dev.parley.presence.postgres;

import dev.parley.presence.session.AccountEnd;
import java.util.Collection;
import java.util.List;

/// Rows of `account_end`: up to when sessions of an account have been ended.
final class AccountEndRows {
  private static final String READ =
      """
      SELECT account, (extract(epoch FROM before) * 1000)::bigint AS before, kept_session
      FROM account_end WHERE account = ANY (?::text[])
      """;

  private static final String SAVE =
      """
      INSERT INTO account_end (account, before, kept_session)
      SELECT account, to_timestamp(before / 1000.0), kept_session
      FROM unnest(?::text[], ?::bigint[], ?::text[]) AS e (account, before, kept_session)
      ORDER BY account
      ON CONFLICT (account) DO UPDATE
      SET before = excluded.before, kept_session = excluded.kept_session
      """;

  private final Statements statements;

  AccountEndRows(Statements statements) {
    this.statements = statements;
  }

  List<AccountEnd> read(Collection<String> accounts) {
    return accounts.isEmpty()
        ? List.of()
        : statements.query(
            READ,
            row ->
                new AccountEnd(
                    row.getString("account"), row.getLong("before"), row.getString("kept_session")),
            (Object) Columns.text(accounts));
  }

  void save(Collection<AccountEnd> added) {
    List<AccountEnd> ends = List.copyOf(added);
    statements.update(
        SAVE,
        Columns.text(ends, AccountEnd::account),
        Columns.longs(ends, AccountEnd::before),
        Columns.text(ends, AccountEnd::keptSession));
  }
}
