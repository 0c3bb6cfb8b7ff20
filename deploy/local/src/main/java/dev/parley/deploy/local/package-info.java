/// The local stack: `./parley up` and what belongs to it. Arguments come in from the shell script
/// `parley`; processes, files in the data folder and lines on the terminal go out.
@NullMarked
package dev.parley.deploy.local;

import org.jspecify.annotations.NullMarked;
