/// Fetches the public key of auth-service over HTTP.
@NullMarked
package dev.parley.gateway.credential.rest;

import org.jspecify.annotations.NullMarked;
