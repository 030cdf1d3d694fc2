package dev.medley.standins;

import dev.medley.contracts.PackedDefinitions;
import java.util.List;

/**
 * The buckets of {@code deploy/buckets.yaml}.
 *
 * @param buckets in file order
 */
public record Buckets(List<Bucket> buckets) {

    /** What the local platform puts before each name, as Terraform puts the environment's. */
    public static final String PREFIX = "medley-";

    /**
     * One bucket.
     *
     * @param name without environment prefix
     */
    public record Bucket(String name) {}

    /** Reads the packed file; unknown keys in it are an error. */
    public static Buckets load() {
        return PackedDefinitions.load("/medley/buckets.yaml", Buckets.class);
    }
}
