/** Objects in S3: pre-signed links and streamed content. */
@NullMarked
package dev.medley.storage;

import org.jspecify.annotations.NullMarked;
