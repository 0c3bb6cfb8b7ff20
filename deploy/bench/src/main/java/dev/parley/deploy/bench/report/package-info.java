/// Outcomes as Markdown, to be read on a terminal and pasted into a README.
@NullMarked
package dev.parley.deploy.bench.report;

import org.jspecify.annotations.NullMarked;
