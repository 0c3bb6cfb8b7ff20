/// Whose certificate is believed: what the JDK trusts, and what a person has confirmed before.
@NullMarked
package dev.parley.cli.trust;

import org.jspecify.annotations.NullMarked;
