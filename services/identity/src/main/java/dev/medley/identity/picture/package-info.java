/** The picture of a profile, made by the images service. */
@NullMarked
package dev.medley.identity.picture;

import org.jspecify.annotations.NullMarked;
