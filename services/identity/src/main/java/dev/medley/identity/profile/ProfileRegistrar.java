package dev.medley.identity.profile;

import dev.medley.contracts.UserConfirmed;
import dev.medley.contracts.UserUpdated;
import dev.medley.identity.cognito.DirectoryUser;
import dev.medley.identity.cognito.PoolUser;
import dev.medley.messaging.outbox.Outbox;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes a profile of each user and tells the platform once that they are confirmed. It is asked wherever a user of the
 * pool shows up, because the pool may know of somebody or something that was lost here in a crash.
 */
@Component
public class ProfileRegistrar {

    private final ProfileTable table;
    private final Outbox outbox;
    private final InstantSource clock;

    ProfileRegistrar(ProfileTable table, Outbox outbox, InstantSource clock) {
        this.table = table;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Creates the profile of a confirmed user unless it is there, and brings it up to the pool: an address only if it is
     * proved there, or anybody could take the profile of any address.
     */
    @Transactional
    public void register(PoolUser user) {
        Instant now = clock.instant();
        if (table.isCurrent(user.sub(), user.email())) {
            return;
        }
        if (table.insertConfirmed(user.sub(), user.email(), now) || table.confirm(user.sub(), now)) {
            outbox.publish(user.sub(), new UserConfirmed(user.sub(), user.email(), now));
        }
        if (!user.emailVerified()) {
            return;
        }
        table.changeEmail(user.sub(), user.email(), now)
                .ifPresent(name -> outbox.publish(
                        user.sub(), new UserUpdated(user.sub(), user.email(), name.firstName(), name.lastName(), now)));
    }

    /** Notes a sign-in, registering the user if need be. */
    @Transactional
    public void signedIn(PoolUser user) {
        register(user);
        table.noteSignIn(user.sub(), clock.instant());
    }

    /**
     * Creates the profile of somebody who was invited and has not signed in yet, unless it is there. The platform is told
     * when they do.
     *
     * @param email lower case
     * @param name as far as it is known
     * @param details what clients keep about the user
     * @return whether the profile is new
     */
    @Transactional
    public boolean invited(String sub, String email, PersonName name, Map<String, Object> details) {
        return table.insertInvited(sub, email, name, details, clock.instant());
    }

    /** Makes the profile of a user whom only the pool knows; somebody who has not proved the address gets none. */
    @Transactional
    public void restore(DirectoryUser user) {
        switch (user.standing()) {
            case UNCONFIRMED -> {
                return;
            }
            case INVITED -> invited(user.sub(), user.email(), PersonName.UNKNOWN, Map.of());
            case CONFIRMED -> register(new PoolUser(user.sub(), user.email(), user.emailVerified()));
        }
        if (!user.enabled()) {
            table.noteDisabled(user.sub(), clock.instant());
        }
    }
}
