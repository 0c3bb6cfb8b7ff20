/// What is written down and what is not: passwords never, texts not in logs, deeds in the audit
/// trail.
@NullMarked
package dev.parley.deploy.acceptance.secrecy;

import org.jspecify.annotations.NullMarked;
