package dev.medley.identity.profile;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

/** All profiles. */
interface Profiles extends Repository<Profile, String> {

    Optional<Profile> findByUserId(String userId);

    /** Keeps the row from other changes until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Profile> findLockedByUserId(String userId);

    /** Writes a change now, so that the version in the answer is the stored one. */
    Profile saveAndFlush(Profile profile);
}
