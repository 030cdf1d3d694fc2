/** The one address of the local platform: routes as the load balancer does, and shows what runs. */
@NullMarked
package dev.medley.platform.gateway;

import org.jspecify.annotations.NullMarked;
