/// Files of the client in the folders of the XDG base directory specification.
@NullMarked
package dev.parley.cli.config;

import org.jspecify.annotations.NullMarked;
