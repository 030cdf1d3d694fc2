package dev.medley.mediasync.credential;

import dev.medley.mediasync.provider.Credential;
import dev.medley.mediasync.provider.MediaProvider;
import dev.medley.mediasync.provider.MediaProviders;
import dev.medley.web.problem.ProblemCode;
import dev.medley.web.problem.ProblemException;
import dev.medley.web.security.CurrentUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Providers")
class CredentialController {

    private static final Logger log = LoggerFactory.getLogger(CredentialController.class);

    private final MediaProviders providers;
    private final CredentialKeeper keeper;
    private final Accounts accounts;

    CredentialController(MediaProviders providers, CredentialKeeper keeper, Accounts accounts) {
        this.providers = providers;
        this.keeper = keeper;
        this.accounts = accounts;
    }

    @GetMapping("/sync/providers")
    @Operation(
            summary = "List the providers and how their credentials stand",
            description = "For operators. Credentials themselves are never shown.")
    List<ProviderResponse> listProviders() {
        return providers.all().stream()
                .map(provider -> ProviderResponse.from(provider, accounts.find(provider.name())))
                .toList();
    }

    @PutMapping("/sync/providers/{provider}/credentials")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Hand over a provider's credentials",
            description = "For operators. Takes the place of earlier ones, which failed or not. `kind` is `oauth` (with"
                    + " `clientId`, `clientSecret`, `refreshToken`) or `cookies` (`accessToken`, `userId`) for GoPro,"
                    + " `basic` (`username`, `password`) or `bearer` (`token`) for WebDAV. They are not tested here.")
    @ApiResponse(responseCode = "204", description = "Kept")
    void putCredentials(
            CurrentUser user, @PathVariable String provider, @Valid @RequestBody PutCredentialsRequest request) {
        MediaProvider target = providers.get(provider);
        Credential credential = request.credential();
        if (!target.credentialKinds().contains(credential.kindName())) {
            throw ProblemException.of(
                    ProblemCode.INVALID_REQUEST,
                    "/kind: %s takes %s.".formatted(provider, String.join(" or ", target.credentialKinds())));
        }
        keeper.replace(target, credential, user.sub());
        log.atInfo()
                .addKeyValue("provider", provider)
                .addKeyValue("kind", credential.kindName())
                .addKeyValue("userId", user.sub())
                .log("credentials handed over");
    }
}
