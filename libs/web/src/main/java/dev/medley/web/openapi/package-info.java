/** The service's description as OpenAPI 3.1. */
@NullMarked
package dev.medley.web.openapi;

import org.jspecify.annotations.NullMarked;
