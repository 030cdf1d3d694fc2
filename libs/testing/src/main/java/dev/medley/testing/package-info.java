/** One embedded platform per test run, and the helpers to talk to it. */
@NullMarked
package dev.medley.testing;

import org.jspecify.annotations.NullMarked;
