/** How a service leaves the load balancer. */
@NullMarked
package dev.medley.web.lifecycle;

import org.jspecify.annotations.NullMarked;
