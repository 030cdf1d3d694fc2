package dev.medley.mediasync.provider;

import dev.medley.web.problem.ProblemCode;
import dev.medley.web.problem.ProblemException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The providers of this installation. */
@Component
@EnableConfigurationProperties(ProviderProperties.class)
public class MediaProviders {

    private final Map<String, MediaProvider> byName = new TreeMap<>();

    MediaProviders(ProviderProperties properties, ProviderCalls calls, JsonMapper json, InstantSource clock) {
        properties
                .providers()
                .forEach((name, settings) -> byName.put(name, provider(name, settings, calls, json, clock)));
    }

    private static MediaProvider provider(
            String name,
            ProviderProperties.Settings settings,
            ProviderCalls calls,
            JsonMapper json,
            InstantSource clock) {
        return switch (settings.kind()) {
            case GOPRO -> new GoProProvider(name, settings.baseUrl(), calls, json, clock);
            case WEBDAV -> new WebDavProvider(name, settings.baseUrl(), calls, json);
        };
    }

    /** All of them, by name. */
    public List<MediaProvider> all() {
        return List.copyOf(byName.values());
    }

    /** The provider of that name, if there is one. */
    public Optional<MediaProvider> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /**
     * The provider that a request names.
     *
     * @throws ProblemException {@link ProblemCode#NOT_FOUND}
     */
    public MediaProvider get(String name) {
        return find(name)
                .orElseThrow(() -> ProblemException.of(
                        ProblemCode.NOT_FOUND,
                        "There is no such provider; there are: %s.".formatted(String.join(", ", byName.keySet()))));
    }
}
