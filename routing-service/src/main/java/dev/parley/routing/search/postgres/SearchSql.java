package dev.parley.routing.search.postgres;

import dev.parley.routing.history.Mentions;
import dev.parley.routing.search.Place;
import dev.parley.routing.search.Term;
import dev.parley.routing.search.Term.Condition;
import dev.parley.routing.search.Term.Feature;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The statement for one query. Whatever somebody typed becomes a parameter, never SQL.
final class SearchSql {
  private static final String ATTACHED =
      "EXISTS (SELECT FROM entry e WHERE e.conversation_id = d.conversation_id"
          + " AND e.seq = d.seq AND e.attachment IS NOT NULL";

  private final StringBuilder sql = new StringBuilder();
  private final List<Object> parameters = new ArrayList<>();

  SearchSql(String account, List<Term> terms, @Nullable Place before, int limit) {
    add(
        """
        SELECT c.name, d.at, d.conversation_id, d.seq
        FROM search_document d
        JOIN member m ON m.conversation_id = d.conversation_id AND m.account = ?
        JOIN conversation c ON c.id = d.conversation_id
        WHERE NOT EXISTS (
          SELECT FROM block b WHERE b.blocker = m.account AND b.blocked = d.author)\
        """,
        account);
    for (Term term : terms) {
      sql.append(term.negated() ? "\nAND NOT (" : "\nAND (");
      condition(term.condition());
      sql.append(')');
    }
    if (before != null) {
      add(
          "\nAND (d.at, d.conversation_id, d.seq) < (?, ?, ?)",
          before.at(),
          before.position().conversation(),
          before.position().seq());
    }
    add("\nORDER BY d.at DESC, d.conversation_id DESC, d.seq DESC LIMIT ?", limit);
  }

  String sql() {
    return sql.toString();
  }

  List<Object> parameters() {
    return parameters;
  }

  private void condition(Condition condition) {
    switch (condition) {
      // A word has letters and digits only: nothing in it needs quoting.
      case Term.Word(String word) -> add("d.words @@ ?::tsquery", "'" + word + "':*");
      case Term.Part(String text) -> add("d.folded LIKE ?", "%" + escape(text) + "%");
      case Term.From(String account) -> add("d.author = ?", account);
      case Term.In(String conversation) -> add("c.name = ?", conversation);
      case Term.Before(long at) -> add("d.at < ?", at);
      case Term.Since(long at) -> add("d.at >= ?", at);
      case Term.Has(Feature feature) -> feature(feature);
      case Term.Mentions(String account) -> add("d.folded ~ ?", Mentions.pattern(account));
    }
  }

  private void feature(Feature feature) {
    switch (feature) {
      case LINK -> add("d.folded LIKE '%http://%' OR d.folded LIKE '%https://%'");
      case CODE -> add("d.folded LIKE '%`%'");
      case REACTION ->
          add(
              "EXISTS (SELECT FROM reaction r"
                  + " WHERE r.conversation_id = d.conversation_id AND r.target = d.seq)");
      case PIN ->
          add(
              "EXISTS (SELECT FROM message_state s"
                  + " WHERE s.conversation_id = d.conversation_id AND s.seq = d.seq AND s.pinned)");
      case FILE -> add(ATTACHED + ')');
      // AttachmentText: FILE SIZE SHA256 TYPE NAME.
      case IMAGE -> add(ATTACHED + " AND split_part(e.attachment, ' ', 4) LIKE 'image/%')");
    }
  }

  private void add(String part, Object... values) {
    sql.append(part);
    parameters.addAll(List.of(values));
  }

  /// PostgreSQL's own wildcards stand for themselves.
  private static String escape(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }
}
