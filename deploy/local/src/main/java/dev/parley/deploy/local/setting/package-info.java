/// The names of the settings that the services have: compiled services go in, and a misspelt name
/// comes out with the right one beside it.
@NullMarked
package dev.parley.deploy.local.setting;

import org.jspecify.annotations.NullMarked;
