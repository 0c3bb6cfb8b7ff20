package dev.parley.deploy.acceptance.people;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/// Marks a test class that runs against the shared stack.
///
/// Its tests may take [dev.parley.deploy.acceptance.stack.Doors] and [People] as parameters.
/// Whoever needs more than doors takes a [dev.parley.deploy.acceptance.stack.ParleyStack], and does
/// not run against a stack that somebody else started.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ParleyExtension.class)
public @interface OnParley {}
