/// Tests of the client itself, against bytes and a scripted server.
@NullMarked
package dev.parley.deploy.acceptance.line;

import org.jspecify.annotations.NullMarked;
