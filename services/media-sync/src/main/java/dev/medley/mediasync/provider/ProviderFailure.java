package dev.medley.mediasync.provider;

/** Why a provider could not be used. */
public enum ProviderFailure {
    /** It does not accept the credentials. */
    REFUSED(false),
    /** It knows the credentials and does not let them list, or something before it keeps us out for a while. */
    FORBIDDEN(false),
    /** The refresh token is used up or revoked: only a person can sign in again. */
    INVALID_GRANT(false),
    /** It accepts the credentials and does not hand out this one medium. */
    FORBIDDEN_MEDIA(false),
    /** It has no such media any more. */
    GONE(false),
    /** It has the media but does not hand it out yet. */
    NOT_READY(true),
    /** It asks to be left alone for a while. */
    RATE_LIMITED(true),
    /** It does not answer, or with an error of its own. */
    UNAVAILABLE(true),
    /** Its answer has another shape than it used to have. */
    UNEXPECTED_ANSWER(false),
    /** It or a redirect of it is at an address that may not be reached. */
    FORBIDDEN_ADDRESS(false);

    private final boolean passing;

    ProviderFailure(boolean passing) {
        this.passing = passing;
    }

    /** Whether waiting may cure it. */
    public boolean passing() {
        return passing;
    }
}
