/// What the files of `deploy/watching` ask Prometheus for, held against what the services show.
@NullMarked
package dev.parley.deploy.acceptance.watching;

import org.jspecify.annotations.NullMarked;
