package dev.medley.identity.profile;

import dev.medley.identity.picture.Pictures;
import dev.medley.web.etag.ETags;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Shows profiles with their pictures. */
@Component
public class ProfilePresenter {

    private final Pictures pictures;

    ProfilePresenter(Pictures pictures) {
        this.pictures = pictures;
    }

    /** Answers with a profile and the {@code ETag} that a change of it needs. */
    public ResponseEntity<ProfileResponse> answer(Profile profile) {
        return answer(ResponseEntity.ok(), profile);
    }

    /** Answers with a profile, its {@code ETag}, and whatever the answer holds already. */
    public ResponseEntity<ProfileResponse> answer(ResponseEntity.BodyBuilder answer, Profile profile) {
        return answer.eTag(ETags.of(profile.version()))
                .body(ProfileResponse.of(
                        profile, pictures.find(profile.userId()).orElse(null)));
    }
}
