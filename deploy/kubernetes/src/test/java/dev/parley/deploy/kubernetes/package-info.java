/// What can be known of the manifests without a cluster.
@NullMarked
package dev.parley.deploy.kubernetes;

import org.jspecify.annotations.NullMarked;
