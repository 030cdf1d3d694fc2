/** Users as the platform knows them. */
@NullMarked
package dev.medley.identity.profile;

import org.jspecify.annotations.NullMarked;
