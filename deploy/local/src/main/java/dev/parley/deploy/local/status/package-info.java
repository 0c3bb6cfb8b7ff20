/// What `./parley status` reports: the recorded state, checked against the processes that really
/// run. Reads files and asks the services over HTTP; changes nothing.
@NullMarked
package dev.parley.deploy.local.status;

import org.jspecify.annotations.NullMarked;
