package dev.medley.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class EventSamplesTests {

    private static final Path SAMPLES = Path.of("../../docs/contracts");

    private final JsonMapper strict = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    @ParameterizedTest
    @MethodSource("events")
    void readsAndWritesItsSampleUnchanged(Class<?> event) {
        JsonNode sample = sampleOf(event);

        Envelope<?> envelope = read(sample, event);

        assertThat(envelope.type()).isEqualTo(typeOf(event));
        assertThat(envelope.data()).isInstanceOf(event);
        assertThat(strict.readTree(strict.writeValueAsString(envelope))).isEqualTo(sample);
    }

    @ParameterizedTest
    @MethodSource("events")
    void refusesAMemberItDoesNotKnow(Class<?> event) {
        ObjectNode sample = sampleOf(event);
        sample.withObject("data").put("shoeSize", 42);

        assertThatThrownBy(() -> read(sample, event))
                .isInstanceOf(DatabindException.class)
                .hasMessageContaining("shoeSize");
    }

    @ParameterizedTest
    @MethodSource("events")
    void refusesASampleThatLacksAMember(Class<?> event) {
        for (String member : List.copyOf(sampleOf(event).withObject("data").propertyNames())) {
            ObjectNode sample = sampleOf(event);
            sample.withObject("data").remove(member);

            assertThatThrownBy(() -> read(sample, event))
                    .as("without %s", member)
                    .isInstanceOf(DatabindException.class)
                    .hasMessageContaining(member);
        }
    }

    @Test
    void everySampleBelongsToAnEvent() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            List<String> samples = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .toList();

            assertThat(samples)
                    .containsExactlyInAnyOrderElementsOf(
                            events().map(event -> typeOf(event) + ".json").toList());
        }
    }

    @Test
    void everySubscriptionNamesAnEvent() {
        List<String> types = events().map(EventSamplesTests::typeOf).toList();

        assertThat(Queues.load().queues())
                .isNotEmpty()
                .allSatisfy(queue -> assertThat(types).containsAll(queue.subscriptions()));
    }

    private Envelope<?> read(JsonNode sample, Class<?> event) {
        JavaType type = strict.getTypeFactory().constructParametricType(Envelope.class, event);
        return strict.readerFor(type).readValue(sample);
    }

    private ObjectNode sampleOf(Class<?> event) {
        try {
            return (ObjectNode) strict.readTree(Files.readString(SAMPLES.resolve(typeOf(event) + ".json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Class<?>> events() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(EventType.class));
        return scanner.findCandidateComponents(EventType.class.getPackageName()).stream()
                .map(found -> ClassUtils.resolveClassName(
                        Objects.requireNonNull(found.getBeanClassName()), EventSamplesTests.class.getClassLoader()));
    }

    private static String typeOf(Class<?> event) {
        return Objects.requireNonNull(event.getAnnotation(EventType.class)).value();
    }
}
