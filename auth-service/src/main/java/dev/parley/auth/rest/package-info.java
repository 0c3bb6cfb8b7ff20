/// What the service publishes over HTTP: its public keys, nothing else and nothing personal.
@NullMarked
package dev.parley.auth.rest;

import org.jspecify.annotations.NullMarked;
