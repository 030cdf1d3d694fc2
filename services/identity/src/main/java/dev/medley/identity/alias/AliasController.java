package dev.medley.identity.alias;

import dev.medley.identity.profile.Profile;
import dev.medley.identity.profile.ProfileDesk;
import dev.medley.identity.profile.SubscriptionStatus;
import dev.medley.identity.query.PlainText;
import dev.medley.identity.user.EmailType;
import dev.medley.identity.user.InvitationDesk;
import dev.medley.identity.user.UserFilter;
import dev.medley.identity.user.UserSearch;
import dev.medley.web.idempotency.Idempotent;
import dev.medley.web.paging.PageLimit;
import dev.medley.web.security.CurrentUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Users of the system before")
class AliasController {

    /** RFC 9745: deprecated since 2026-11-22, the day their successors came. */
    private static final String DEPRECATED_SINCE = "@1795305600";

    private static final String SUCCESSOR = "</users>; rel=\"successor-version\"";

    /** Skipping costs more the deeper it gets; whoever needs more pages through the successor. */
    private static final int MAX_OFFSET = 100_000;

    private final UserSearch search;
    private final InvitationDesk invitations;
    private final ProfileDesk profiles;

    AliasController(UserSearch search, InvitationDesk invitations, ProfileDesk profiles) {
        this.search = search;
        this.invitations = invitations;
        this.profiles = profiles;
    }

    /** Before every route of this controller, so that refusals say it too. */
    @ModelAttribute
    void deprecate(HttpServletResponse response) {
        response.setHeader("Deprecation", DEPRECATED_SINCE);
        response.setHeader(HttpHeaders.LINK, SUCCESSOR);
    }

    @GetMapping("/dn_users_list")
    @Operation(
            summary = "List users, oldest first",
            description = "For administrators and operators. `offset` goes up to 100000; `GET /users` has no such end.",
            deprecated = true)
    UserList listUsersByOffset(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(defaultValue = "0") @Min(0) @Max(MAX_OFFSET) int offset,
            @RequestParam(required = false)
                    @Size(max = 100)
                    @Pattern(regexp = PlainText.PATTERN, message = PlainText.MESSAGE)
                    @Nullable
                    String filter,
            @RequestParam(required = false) @Nullable SubscriptionStatus subscriptionStatus,
            @RequestParam(required = false) @Nullable EmailType emailType) {
        UserFilter wanted = new UserFilter(filter, null, subscriptionStatus, emailType);
        int most = PageLimit.of(limit).value();
        List<ListedUser> users = search.slice(wanted, offset, most).stream()
                .map(ListedUser::from)
                .toList();
        long total = search.count(wanted);
        return new UserList(users, total, most, offset, offset + users.size() < total);
    }

    @PostMapping("/dn_users_list")
    @Idempotent
    @Operation(
            summary = "Invite a user",
            description =
                    "For administrators. The user gets a temporary password by mail. 409 when there is a user with"
                            + " this address.",
            deprecated = true)
    @ApiResponse(responseCode = "201", useReturnTypeSchema = true)
    ResponseEntity<User> createUser(CurrentUser user, @Valid @RequestBody CreateUserRequest request) {
        Profile profile = invitations.invite(user.sub(), request.toInvitation());
        return ResponseEntity.created(URI.create("/users/" + profile.userId())).body(User.from(profile));
    }

    @PostMapping("/update-dnfm-user")
    @Operation(
            summary = "Change a user",
            description = "For administrators. Absent members stay as they are; the last of two changes wins. 409 when"
                    + " another account has the new address.",
            deprecated = true)
    SuccessResponse<User> updateUserById(CurrentUser user, @Valid @RequestBody UpdateUserRequest request) {
        Profile profile = profiles.change(
                user.sub(), request.userId(), _ -> {}, request.userData().toChange());
        return new SuccessResponse<>(true, "User updated successfully", User.from(profile));
    }
}
