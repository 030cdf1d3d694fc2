package dev.medley.standins.cognito;

/** What a conformance scenario needs beside the API, and not every user pool offers to a test. */
enum Need {
    /** Reading what was mailed. */
    MAIL,
    /** Moving the pool's time on. */
    CLOCK,
    /** A Lambda behind the triggers. */
    TRIGGERS,
    /** A second client, with a secret. */
    CONFIDENTIAL_CLIENT,
    /** A third client, whose refresh tokens rotate. */
    ROTATING_CLIENT
}
