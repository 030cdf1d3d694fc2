/** Security, problem responses, paging and the other HTTP conventions of every service. */
@NullMarked
package dev.medley.web;

import org.jspecify.annotations.NullMarked;
