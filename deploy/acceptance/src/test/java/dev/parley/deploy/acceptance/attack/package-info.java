/// Attacks on the packaged stack that concern all doors; those on one door are tried in its module.
///
/// docs/security.md says which case is tried where.
@NullMarked
package dev.parley.deploy.acceptance.attack;

import org.jspecify.annotations.NullMarked;
