package dev.medley.standins;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

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
        YAMLMapper mapper = YAMLMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try (InputStream in = Buckets.class.getResourceAsStream("/medley/buckets.yaml")) {
            if (in == null) {
                throw new IllegalStateException("buckets.yaml is not on the class path");
            }
            return mapper.readValue(in, Buckets.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
