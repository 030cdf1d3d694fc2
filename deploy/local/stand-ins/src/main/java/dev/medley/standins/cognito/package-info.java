/** A stand-in for Amazon Cognito user pools that speaks the service's own wire protocol and keeps its state in PostgreSQL. */
@NullMarked
package dev.medley.standins.cognito;

import org.jspecify.annotations.NullMarked;
