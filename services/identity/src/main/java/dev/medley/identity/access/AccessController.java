package dev.medley.identity.access;

import dev.medley.identity.profile.ProfilePresenter;
import dev.medley.identity.profile.ProfileResponse;
import dev.medley.web.etag.ETags;
import dev.medley.web.security.CurrentUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.util.Set;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Access")
class AccessController {

    private final RoleAssigner roles;
    private final AccountSwitch accounts;
    private final ProfilePresenter presenter;

    AccessController(RoleAssigner roles, AccountSwitch accounts, ProfilePresenter presenter) {
        this.roles = roles;
        this.accounts = accounts;
        this.presenter = presenter;
    }

    @GetMapping("/users/{id}/roles")
    @Operation(summary = "Read a user's roles", description = "For administrators.")
    ResponseEntity<RolesResponse> readRoles(@PathVariable String id) {
        return answer(roles.rolesOf(id));
    }

    @PutMapping("/users/{id}/roles")
    @Operation(
            summary = "Set a user's roles",
            description =
                    "For administrators. The user gets exactly these roles; tokens issued until now are refused by"
                            + " every service, and a refresh brings the new roles. Administrators cannot take the role `admin`"
                            + " from themselves (409). `If-Match` is optional: what is sent replaces all there is.")
    ResponseEntity<RolesResponse> assignRoles(
            CurrentUser user,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody RolesRequest request) {
        LongConsumer precondition = ifMatch == null ? _ -> {} : version -> ETags.requireMatch(ifMatch, version);
        return answer(roles.assign(user.sub(), id, precondition, Role.setOf(request.roles())));
    }

    @PostMapping("/users/{id}/disable")
    @Operation(
            summary = "Switch an account off",
            description =
                    "For administrators. Ends every session and refuses new ones. Repeating it is harmless. Nobody"
                            + " can disable their own account (409).")
    ResponseEntity<ProfileResponse> disableUser(CurrentUser user, @PathVariable String id) {
        return presenter.answer(accounts.disable(user.sub(), id));
    }

    @PostMapping("/users/{id}/enable")
    @Operation(summary = "Switch an account on again", description = "For administrators. Repeating it is harmless.")
    ResponseEntity<ProfileResponse> enableUser(CurrentUser user, @PathVariable String id) {
        return presenter.answer(accounts.enable(user.sub(), id));
    }

    private static ResponseEntity<RolesResponse> answer(Set<Role> roles) {
        return ResponseEntity.ok().eTag(ETags.of(Role.version(roles))).body(RolesResponse.of(roles));
    }
}
