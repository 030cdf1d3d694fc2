package dev.medley.sample;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A body with one of each kind of field. */
record Thing(
        @NotBlank String name,
        @Min(1) int size,
        @Nullable Colour colour,
        @Nullable Instant at,
        @Nullable List<@Valid Part> parts) {

    enum Colour {
        RED,
        GREEN
    }

    record Part(@NotBlank String label, @Nullable Boolean fragile) {}
}
