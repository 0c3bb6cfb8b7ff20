/// Texts: sealed for devices, opened by them, judged by their order, and held where they are shut
/// or looked for. All of it on the loop.
@NullMarked
package dev.parley.cli.encryption.text;

import org.jspecify.annotations.NullMarked;
