package dev.medley.identity.user;

import dev.medley.identity.profile.Profile;
import dev.medley.identity.profile.ProfileDesk;
import dev.medley.identity.profile.ProfilePresenter;
import dev.medley.identity.profile.ProfileResponse;
import dev.medley.identity.profile.SubscriptionStatus;
import dev.medley.identity.profile.UserStatus;
import dev.medley.identity.query.PlainText;
import dev.medley.web.etag.ETags;
import dev.medley.web.idempotency.Idempotent;
import dev.medley.web.paging.Page;
import dev.medley.web.paging.PageLimit;
import dev.medley.web.problem.ProblemCode;
import dev.medley.web.problem.ProblemException;
import dev.medley.web.security.CurrentUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Users")
class UserController {

    private final UserSearch search;
    private final ProfileDesk profiles;
    private final InvitationDesk invitations;
    private final NameBook names;
    private final ProfilePresenter presenter;

    UserController(
            UserSearch search,
            ProfileDesk profiles,
            InvitationDesk invitations,
            NameBook names,
            ProfilePresenter presenter) {
        this.search = search;
        this.profiles = profiles;
        this.invitations = invitations;
        this.names = names;
        this.presenter = presenter;
    }

    @GetMapping("/users")
    @Operation(
            summary = "List users, oldest first",
            description = "For administrators and operators. `filter` is part of the address or name; one or two"
                    + " characters match only the start of a word. `status`: `active` can sign in, `inactive` was invited"
                    + " and has not signed in yet, `suspended` was disabled. `emailType`: who wants such mails.")
    Page<UserSummary> listUsers(
            @RequestParam(required = false)
                    @Size(max = 100)
                    @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE)
                    @Nullable
                    String filter,
            @RequestParam(required = false) @Nullable UserStatus status,
            @RequestParam(required = false) @Nullable SubscriptionStatus subscriptionStatus,
            @RequestParam(required = false) @Nullable EmailType emailType,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        UserFilter wanted = new UserFilter(filter, status, subscriptionStatus, emailType);
        return search.page(wanted, cursor, PageLimit.of(limit));
    }

    @PostMapping("/users")
    @Idempotent
    @Operation(
            summary = "Invite a user",
            description =
                    "For administrators. The user gets a temporary password by mail. 409 when there is a user with"
                            + " this address.")
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    ResponseEntity<ProfileResponse> inviteUser(CurrentUser user, @Valid @RequestBody InviteUserRequest request) {
        Profile profile = invitations.invite(user.sub(), request.toInvitation());
        return presenter.answer(ResponseEntity.created(URI.create("/users/" + profile.userId())), profile);
    }

    @GetMapping("/users/{id}")
    @Operation(
            summary = "Read a user",
            description = "Yourself; administrators and operators read everybody. The `ETag` header is what a change"
                    + " needs.")
    ResponseEntity<ProfileResponse> findUser(CurrentUser user, @PathVariable String id) {
        if (!user.sub().equals(id) && !user.isIn("admin") && !user.isIn("operator")) {
            throw ProblemException.of(ProblemCode.NOT_FOUND, "There is no such user.");
        }
        return presenter.answer(profiles.find(id));
    }

    @PatchMapping("/users/{id}")
    @Operation(
            summary = "Change a user",
            description =
                    "For administrators; change yourself at `/users/me`. Absent members stay as they are. `If-Match`"
                            + " must hold the `ETag` of the version you changed. 409 when another account has the new address.")
    ResponseEntity<ProfileResponse> updateUser(
            CurrentUser user,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody UpdateUserRequest request) {
        return presenter.answer(
                profiles.change(user.sub(), id, version -> ETags.requireMatch(ifMatch, version), request.toChange()));
    }

    @PostMapping("/users/names")
    @Operation(
            summary = "Get the names of up to 100 users",
            description = "For everybody who is signed in. Whoever is unknown or gave no name is left out.")
    NamesResponse nameUsers(@Valid @RequestBody NamesRequest request) {
        return new NamesResponse(names.names(request.ids()));
    }
}
