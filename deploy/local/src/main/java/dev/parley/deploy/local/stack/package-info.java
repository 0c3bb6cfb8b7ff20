/// The stack as a whole: options go in, running processes and a table of doors come out.
/// [dev.parley.deploy.local.stack.Stack] is the library entrance for tests.
@NullMarked
package dev.parley.deploy.local.stack;

import org.jspecify.annotations.NullMarked;
