package dev.medley.mediasync.provider;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Comparator;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Providers")
class ProviderController {

    private final ProviderProperties properties;

    ProviderController(ProviderProperties properties) {
        this.properties = properties;
    }

    @GetMapping("/sync/providers")
    @Operation(summary = "List the providers that are synced", description = "For operators.")
    List<ProviderResponse> listProviders() {
        return properties.providers().entrySet().stream()
                .map(entry ->
                        new ProviderResponse(entry.getKey(), entry.getValue().kind()))
                .sorted(Comparator.comparing(ProviderResponse::name))
                .toList();
    }
}
