/// A client of `/api/files`, which can break connections where it is told to.
@NullMarked
package dev.parley.deploy.acceptance.file;

import org.jspecify.annotations.NullMarked;
