/** Further renditions of a processed image, made when somebody asks for them. */
@NullMarked
package dev.medley.images.order;

import org.jspecify.annotations.NullMarked;
