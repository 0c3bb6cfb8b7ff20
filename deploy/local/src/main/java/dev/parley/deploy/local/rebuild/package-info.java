/// `./parley rebuild`: makes the tables of routing-service again from the log, beside the ones in
/// use, compares, and exchanges them in one transaction: decision 0014.
@NullMarked
package dev.parley.deploy.local.rebuild;

import org.jspecify.annotations.NullMarked;
