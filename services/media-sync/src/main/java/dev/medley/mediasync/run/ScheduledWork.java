package dev.medley.mediasync.run;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;

/**
 * A message on {@code media-sync-schedules}, as {@code deploy/schedules.yaml} has it.
 *
 * @param schedule its schedule
 * @param scheduledTime when it was due
 * @param action what to do
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record ScheduledWork(
        @NotBlank String schedule,
        @NotNull Instant scheduledTime,

        @NotNull @Pattern(regexp = "sync|rotate-credentials")
        String action) {}
