package dev.medley.contracts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the YAML files of {@code deploy}, which modules pack into their jars: a build keeps to the tables it was made with. */
public final class PackedDefinitions {

    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private PackedDefinitions() {}

    /**
     * Reads a file; a key that the type does not know is an error.
     *
     * @param resource absolute name on the class path, such as {@code /medley/queues.yaml}
     * @param type a record of the file's shape, in the module that packs the file
     * @throws IllegalStateException naming the file, when it is absent or does not fit the type
     */
    public static <T> T load(String resource, Class<T> type) {
        try (InputStream in = type.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not on the class path");
            }
            return MAPPER.readValue(in, type);
        } catch (JacksonException e) {
            throw new IllegalStateException(resource + ": " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }
}
