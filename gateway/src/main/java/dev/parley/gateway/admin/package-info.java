/// What administrators ask over HTTP, led to the services that do it.
///
/// In: calls with a bearer token, on an event loop. Out: answers of auth-service and
/// presence-service. Who is an administrator is auth-service's to say, at each call.
@NullMarked
package dev.parley.gateway.admin;

import org.jspecify.annotations.NullMarked;
