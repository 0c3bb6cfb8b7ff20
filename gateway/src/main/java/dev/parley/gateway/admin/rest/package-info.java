/// The administrators' interface over HTTP: `/api/admin/…`, JSON, on the ports of the web page.
///
/// In: requests with `Authorization: Bearer`. Out: calls of [dev.parley.gateway.admin], on the
/// event loop of the request. Nothing here decides who may do what.
@NullMarked
package dev.parley.gateway.admin.rest;

import org.jspecify.annotations.NullMarked;
