package dev.medley.identity.profile;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** All profiles. */
public interface Profiles extends Repository<Profile, String> {

    /** The profile of a user. */
    Optional<Profile> findByUserId(String userId);

    /** Writes a change now, so that the version in the answer is the stored one. */
    Profile saveAndFlush(Profile profile);
}
