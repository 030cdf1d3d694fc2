package dev.medley.mediasync.provider;

import dev.medley.upstream.AddressFilter;
import dev.medley.upstream.UpstreamClient;
import dev.medley.upstream.UpstreamProperties;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** Providers over a client that does not really wait. */
final class ProviderFixture {

    static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");

    final List<Duration> pauses = new ArrayList<>();
    final JsonMapper json = new JsonMapper();

    MediaProvider goPro(URI address) {
        return provider("gopro", ProviderKind.GOPRO, address);
    }

    MediaProvider webDav(URI address) {
        return provider("archive", ProviderKind.WEBDAV, address);
    }

    private MediaProvider provider(String name, ProviderKind kind, URI address) {
        UpstreamProperties settings = new UpstreamProperties(
                Set.of(),
                Duration.ofSeconds(5),
                Duration.ofSeconds(20),
                3,
                Duration.ofSeconds(2),
                Duration.ofSeconds(10),
                8_000_000);
        HttpClient http = HttpClient.newHttpClient();
        UpstreamClient client = new UpstreamClient(
                http, new AddressFilter(Set.of("127.0.0.1")), settings, InstantSource.fixed(NOW), pauses::add);
        ProviderProperties properties =
                new ProviderProperties(Map.of(name, new ProviderProperties.Settings(kind, address)));
        return new MediaProviders(properties, new ProviderCalls(client, json), json, InstantSource.fixed(NOW))
                .get(name);
    }

    Credential credential(Map<String, String> members) {
        return json.convertValue(members, Credential.class);
    }
}
