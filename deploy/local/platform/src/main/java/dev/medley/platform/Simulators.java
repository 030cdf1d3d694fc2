package dev.medley.platform;

import dev.medley.simulators.GoProSimulator;
import dev.medley.simulators.MediaLibrary;
import dev.medley.simulators.WebDavSimulator;
import dev.medley.standins.InstallationSecrets;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

/** Other people's clouds, as this machine plays them. */
final class Simulators implements AutoCloseable {

    private static final int RECORDINGS = 24;
    private static final long BYTES = 3_000_000;
    private static final int FILMS = 6;

    private final GoProSimulator goPro;
    private final WebDavSimulator archive;

    private Simulators(GoProSimulator goPro, WebDavSimulator archive) {
        this.goPro = goPro;
        this.archive = archive;
    }

    static Simulators start(PlatformSettings settings, InstallationSecrets secrets) {
        GoProSimulator goPro = GoProSimulator.start(
                MediaLibrary.of(RECORDINGS, BYTES), settings.port(PlatformPort.GOPRO), secrets.get("simulated-gopro"));
        try {
            return new Simulators(
                    goPro,
                    WebDavSimulator.start(
                            MediaLibrary.of(FILMS, BYTES),
                            settings.port(PlatformPort.WEBDAV),
                            secrets.get("simulated-archive")));
        } catch (RuntimeException e) {
            goPro.close();
            throw e;
        }
    }

    URI goPro() {
        return goPro.address();
    }

    URI archive() {
        return archive.address();
    }

    /** What the media-sync service has to know of them, as Spring property names. */
    Map<String, String> configuration() {
        Map<String, String> properties = new TreeMap<>();
        properties.put("medley.media-sync.providers.gopro.kind", "gopro");
        properties.put("medley.media-sync.providers.gopro.base-url", goPro().toString());
        properties.put("medley.media-sync.providers.archive.kind", "webdav");
        properties.put("medley.media-sync.providers.archive.base-url", archive().toString());
        // They are on the loopback interface, where nothing else may be read.
        properties.put(
                "medley.upstream.allowed-hosts",
                goPro().getAuthority() + "," + archive().getAuthority());
        return properties;
    }

    @Override
    public void close() {
        try {
            archive.close();
        } finally {
            goPro.close();
        }
    }
}
