/** Access tokens, public routes, roles, CORS and security headers. */
@NullMarked
package dev.medley.web.security;

import org.jspecify.annotations.NullMarked;
