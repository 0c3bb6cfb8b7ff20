/// presence-service: who is logged in where, who came and went, and the audit trail.
///
/// In: `parley.presence` and `parley.audit`. Out: replies on the gateways' topics, came, went and
/// expired gateways on `parley.presence.events`. Each of the two topics has its own poll thread;
/// what a batch changes is one transaction, and its effects are written after the commit.
@NullMarked
package dev.parley.presence;

import org.jspecify.annotations.NullMarked;
