package dev.medley.identity.profile;

import dev.medley.web.etag.ETags;
import dev.medley.web.security.CurrentUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Users")
class ProfileController {

    private final ProfileDesk desk;
    private final ProfilePresenter presenter;

    ProfileController(ProfileDesk desk, ProfilePresenter presenter) {
        this.desk = desk;
        this.presenter = presenter;
    }

    @GetMapping("/users/me")
    @Operation(summary = "Read your profile", description = "The `ETag` header is what a change needs.")
    ResponseEntity<ProfileResponse> profile(CurrentUser user) {
        return presenter.answer(desk.find(user.sub()));
    }

    @PatchMapping("/users/me")
    @Operation(
            summary = "Change your profile",
            description =
                    "Absent members stay as they are. `If-Match` must hold the `ETag` of the version you changed.")
    ResponseEntity<ProfileResponse> changeProfile(
            CurrentUser user,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody UpdateProfileRequest request) {
        return presenter.answer(desk.change(
                user.sub(), user.sub(), version -> ETags.requireMatch(ifMatch, version), request.toChange()));
    }
}
