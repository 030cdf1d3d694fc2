package dev.medley.identity.profile;

import dev.medley.identity.cognito.UserPool;
import dev.medley.web.etag.ETags;
import dev.medley.web.problem.ProblemCode;
import dev.medley.web.problem.ProblemException;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads and changes a user's own profile. */
@Component
class ProfileDesk {

    private final Profiles profiles;
    private final ProfileRegistrar registrar;
    private final UserPool pool;
    private final InstantSource clock;

    ProfileDesk(Profiles profiles, ProfileRegistrar registrar, UserPool pool, InstantSource clock) {
        this.profiles = profiles;
        this.registrar = registrar;
        this.pool = pool;
        this.clock = clock;
    }

    Profile find(String userId) {
        return profiles.findByUserId(userId).orElseGet(() -> register(userId));
    }

    @Transactional
    Profile update(String userId, @Nullable String ifMatch, UpdateProfileRequest request) {
        Profile profile = find(userId);
        ETags.requireMatch(ifMatch, profile.version());
        profile.rename(request.firstName(), request.lastName(), clock.instant());
        return profiles.saveAndFlush(profile);
    }

    private Profile register(String userId) {
        registrar.register(pool.find(userId).orElseThrow(ProfileDesk::gone));
        return profiles.findByUserId(userId).orElseThrow(ProfileDesk::gone);
    }

    private static ProblemException gone() {
        return ProblemException.of(ProblemCode.NOT_FOUND, "This account does not exist any more.");
    }
}
