/// The client for programs: one JSON object per line, in and out.
@NullMarked
package dev.parley.cli.machine;

import org.jspecify.annotations.NullMarked;
