/// Drives a stack in containers as an operator does, and breaks it as a bad day does: by `docker`
/// and `docker compose`, which know the project from `COMPOSE_PROJECT_NAME` and `COMPOSE_FILE`.
///
/// In go names of services; out come containers and their health. Every wait is bounded and fails
/// with what docker said last.
@NullMarked
package dev.parley.deploy.acceptance.compose;

import org.jspecify.annotations.NullMarked;
