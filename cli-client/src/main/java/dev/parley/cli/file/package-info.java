/// Files over HTTP: uploads that go on where they broke (tus 1.0), downloads whose hash is checked.
///
/// In: paths and the files of messages. Out: requests to `/api/files` of the server that the
/// WebSocket leads to. Everything here waits, and runs on a virtual thread of its own.
@NullMarked
package dev.parley.cli.file;

import org.jspecify.annotations.NullMarked;
