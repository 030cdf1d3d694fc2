package dev.medley.identity.auth;

import io.swagger.v3.oas.annotations.media.Schema;

/** Tokens, or what is asked for before there are any; the two have no member in common. */
@Schema(oneOf = {SignInResponse.class, ChallengeResponse.class})
sealed interface SignInAnswer permits SignInResponse, ChallengeResponse {}
