/// A chat that nobody watches, for the JVM to note which classes one needs: a door inside this
/// process, and somebody who types. Nothing of it leaves the machine.
@NullMarked
package dev.parley.cli.rehearsal;

import org.jspecify.annotations.NullMarked;
