/// What all answers of the gateway's HTTP ports have in common, which serve the page and upgrade to
/// the frame door.
///
/// Health and metrics are not there: they have a port of their own, for this machine only. On the
/// event loops of the HTTP server.
@NullMarked
package dev.parley.gateway.web;

import org.jspecify.annotations.NullMarked;
