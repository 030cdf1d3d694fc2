package dev.medley.identity.picture;

import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** What of the images service is needed here; called with the user's own token. */
@HttpExchange
interface ImagesApi {

    /** Announces a file. */
    @PostExchange("/upload")
    PictureUpload announce(
            @RequestHeader("Authorization") String authorization, @RequestBody UploadPictureRequest request);
}
