/// Files over HTTP: `/api/files…` on the ports of the web page.
///
/// In: requests with `Authorization: Bearer TOKEN`. Uploads follow tus 1.0.0 (creation, expiration,
/// checksum, termination); a download is a `GET`, with ranges. Each request runs on a virtual
/// thread, which asks the event loop for the body piece by piece: what waits is bounded, and
/// nothing is read before the request was found good.
@NullMarked
package dev.parley.gateway.file.rest;

import org.jspecify.annotations.NullMarked;
