/// What holds for the code of every module, as tests that each module inherits.
///
/// [ModuleRules] holds everywhere, [ServiceRules] for the services beside it. A module's own
/// `ArchitectureTest` extends one of them and adds what only it has. Runs in the tests of the
/// module, over its compiled classes; nothing of this is in the product.
@NullMarked
package dev.parley.deploy.rules;

import org.jspecify.annotations.NullMarked;
