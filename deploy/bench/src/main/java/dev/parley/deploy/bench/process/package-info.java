/// What the processes under load take from the machine: CPU time and memory out of `/proc`, heap
/// out of `jcmd`, and who they are out of `./parley status --json`.
///
/// Linux only; elsewhere the figures are missing and the load runs all the same.
@NullMarked
package dev.parley.deploy.bench.process;

import org.jspecify.annotations.NullMarked;
