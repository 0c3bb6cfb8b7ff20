/// Tests of the whole service with a broker and a database.
@NullMarked
package dev.parley.routing.service;

import org.jspecify.annotations.NullMarked;
