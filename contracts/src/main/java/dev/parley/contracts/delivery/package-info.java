/// What travels on `parley.gateway.<gateway-id>`: replies to requests, and deliveries.
///
/// One record of deliveries serves every member behind that gateway. Immutable values.
@NullMarked
package dev.parley.contracts.delivery;

import org.jspecify.annotations.NullMarked;
