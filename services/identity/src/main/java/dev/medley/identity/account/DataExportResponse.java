package dev.medley.identity.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a user's export is.
 *
 * @param exportId names it
 * @param status {@code COLLECTING} until every service has contributed, then {@code READY}
 * @param requestedAt when it was asked for
 * @param awaiting services that have not contributed yet
 * @param url where the JSON file is, when ready
 * @param expiresIn seconds until {@code url} stops working; a new one is a request away
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DataExportResponse(
        UUID exportId,
        Status status,
        Instant requestedAt,
        List<String> awaiting,
        @Nullable URI url,
        @Nullable Long expiresIn) {

    enum Status {
        COLLECTING,
        READY
    }
}
