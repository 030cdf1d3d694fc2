/** The whole platform on one machine: starts the parts and the services, and the gateway before them. */
@NullMarked
package dev.medley.platform;

import org.jspecify.annotations.NullMarked;
