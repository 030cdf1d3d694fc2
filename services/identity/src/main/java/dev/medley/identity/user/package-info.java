/** Users as others see and manage them. */
@NullMarked
package dev.medley.identity.user;

import org.jspecify.annotations.NullMarked;
