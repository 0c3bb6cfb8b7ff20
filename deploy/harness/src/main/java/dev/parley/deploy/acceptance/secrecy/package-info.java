/// What words leave behind in the files of a stack, in its tables and in the heaps of its services.
@NullMarked
package dev.parley.deploy.acceptance.secrecy;

import org.jspecify.annotations.NullMarked;
