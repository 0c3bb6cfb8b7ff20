/// The people of the tests: accounts with names of their own, so that tests can share one stack.
///
/// One stack serves all test classes of the JVM; a test gets its people as a parameter, and
/// whatever they leave open is closed after it. When a test fails, what their connections said is
/// added to the failure.
@NullMarked
package dev.parley.deploy.acceptance.people;

import org.jspecify.annotations.NullMarked;
