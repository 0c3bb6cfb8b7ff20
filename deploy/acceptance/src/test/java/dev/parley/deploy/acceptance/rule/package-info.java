/// The rules of the line protocol that hold for every command: lines, bytes, order, and readers who
/// do not read.
@NullMarked
package dev.parley.deploy.acceptance.rule;

import org.jspecify.annotations.NullMarked;
