/** Stand-ins for other people's clouds on the loopback interface, with their faults at hand. Never part of a service. */
@NullMarked
package dev.medley.simulators;

import org.jspecify.annotations.NullMarked;
