package dev.medley.platform;

import java.util.Map;

/** What the platform listens on, all on 127.0.0.1. */
enum PlatformPort {
    GATEWAY("MEDLEY_PORT", 8080, "the gateway"),
    QUEUES("MEDLEY_SQS_PORT", 9324, "SQS"),
    OBJECTS("MEDLEY_S3_PORT", 9090, "S3"),
    COGNITO("MEDLEY_COGNITO_PORT", 9229, "Cognito"),
    SMTP("MEDLEY_SMTP_PORT", 1025, "the mail server"),
    POSTGRES("MEDLEY_POSTGRES_PORT", 54320, "PostgreSQL"),
    IDENTITY("MEDLEY_IDENTITY_PORT", 8101, "the identity service"),
    IMAGES("MEDLEY_IMAGES_PORT", 8102, "the images service"),
    MEDIA_SYNC("MEDLEY_MEDIA_SYNC_PORT", 8103, "the media-sync service"),
    GOPRO("MEDLEY_GOPRO_PORT", 8201, "the simulated GoPro cloud"),
    WEBDAV("MEDLEY_WEBDAV_PORT", 8202, "the simulated WebDAV folder");

    private static final int HIGHEST = 65_535;

    private final String variable;
    private final int standard;
    private final String user;

    PlatformPort(String variable, int standard, String user) {
        this.variable = variable;
        this.standard = standard;
        this.user = user;
    }

    /** The environment variable that changes it. */
    String variable() {
        return variable;
    }

    /** What listens there. */
    String user() {
        return user;
    }

    /**
     * The port in an environment.
     *
     * @throws PlatformRefusal when the variable holds none
     */
    int in(Map<String, String> environment) {
        String value = environment.get(variable);
        if (value == null || value.isBlank()) {
            return standard;
        }
        try {
            int port = Integer.parseInt(value.strip());
            if (port >= 1 && port <= HIGHEST) {
                return port;
            }
        } catch (NumberFormatException _) {
            // Said below.
        }
        throw new PlatformRefusal("%s is \"%s\"; it must be a port from 1 to %d.".formatted(variable, value, HIGHEST));
    }
}
