package dev.medley.platform.gateway;

import dev.medley.standins.LocalMail;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What the gateway shows of the platform.
 *
 * @param services base address of each service
 * @param objects where pre-signed links lead, which pages send files to and show pictures from
 * @param components what the first page lists, in this order
 * @param mail all mail so far, oldest first
 * @param facts what pages need to know, as JSON members; no secrets but the demo user's password
 */
public record PlatformView(
        Map<String, URI> services,
        URI objects,
        List<Component> components,
        Supplier<List<LocalMail.Mail>> mail,
        Map<String, Object> facts) {}
