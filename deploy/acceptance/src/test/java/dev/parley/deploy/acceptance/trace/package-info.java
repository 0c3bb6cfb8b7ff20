/// A collector of OpenTelemetry's traces, as an operator may run one.
@NullMarked
package dev.parley.deploy.acceptance.trace;

import org.jspecify.annotations.NullMarked;
