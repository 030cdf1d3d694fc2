package dev.medley.web.problem;

/** The sentence for a problem about which nothing more can or may be said. */
final class StandardDetails {

    private StandardDetails() {}

    static String of(ProblemCode code) {
        return switch (code) {
            case NOT_FOUND -> "There is nothing at this address.";
            case NOT_ACCEPTABLE -> "The answer is JSON; Accept must allow application/json.";
            case UNSUPPORTED_MEDIA_TYPE -> "The body must be JSON, with Content-Type: application/json.";
            case INTERNAL_ERROR -> "The request could not be completed. Quote the instance when you report this.";
            case SERVICE_UNAVAILABLE -> "The service cannot answer at the moment. Try again later.";
            default -> code.title() + ".";
        };
    }
}
