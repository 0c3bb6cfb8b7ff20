/// The audit trail: who did what, when, from where; never what was said.
///
/// In: the batches of `parley.audit`, on the audit poll thread, which nothing else waits for. Out:
/// a row of `audit_event` and a JSON line of the audit file for each event. An event is known by
/// the record that caused it: told again it is neither stored nor written again. The lines are
/// written before the rows are committed, so a crash can repeat a line and can lose none.
@NullMarked
package dev.parley.presence.audit;

import org.jspecify.annotations.NullMarked;
