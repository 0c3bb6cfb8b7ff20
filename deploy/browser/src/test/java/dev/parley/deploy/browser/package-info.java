/// People in real browsers, against the packaged stack.
///
/// A test asks for [dev.parley.deploy.browser.Visitors] and makes each person a browser profile of
/// its own. Waits end by a condition: Playwright's assertions try again until they hold.
@NullMarked
package dev.parley.deploy.browser;

import org.jspecify.annotations.NullMarked;
