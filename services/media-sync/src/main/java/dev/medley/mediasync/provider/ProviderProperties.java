package dev.medley.mediasync.provider;

import java.net.URI;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The providers that this installation syncs.
 *
 * @param providers each under the name that routes, object keys and metrics use
 */
@ConfigurationProperties("medley.media-sync")
public record ProviderProperties(Map<String, Settings> providers) {

    private static final String NAME = "[a-z][a-z0-9-]{0,31}";

    /** Refuses names that would not fit an object key. */
    public ProviderProperties {
        providers = Map.copyOf(providers);
        providers.keySet().stream()
                .filter(name -> !name.matches(NAME))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException(
                            "medley.media-sync.providers: \"%s\" is no name; one matches %s".formatted(name, NAME));
                });
    }

    /**
     * One provider.
     *
     * @param kind what it speaks
     * @param baseUrl where it is; for WebDAV the folder to sync
     */
    public record Settings(ProviderKind kind, URI baseUrl) {}
}
