/// Tests of the search for words that must not be in any file.
@NullMarked
package dev.parley.deploy.acceptance.secrecy;

import org.jspecify.annotations.NullMarked;
