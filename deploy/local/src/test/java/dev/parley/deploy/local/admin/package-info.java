/// Tests of the administrator's tool.
@NullMarked
package dev.parley.deploy.local.admin;

import org.jspecify.annotations.NullMarked;
