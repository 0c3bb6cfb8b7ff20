/// Tests of [dev.parley.auth.rest].
@NullMarked
package dev.parley.auth.rest;

import org.jspecify.annotations.NullMarked;
