/// Devices and whom their owner trusts: those of other people, those of one's own account, and how
/// this terminal becomes one of them.
///
/// In: lists of devices, as the server tells them. Out: lists that are believed. A list that does
/// not go on from the one before is not, until its reader says so. All of it on the loop.
@NullMarked
package dev.parley.cli.encryption.device;

import org.jspecify.annotations.NullMarked;
