package dev.medley.standins;

import java.net.URI;

/**
 * Servers that are used instead of the embedded ones.
 *
 * @param database PostgreSQL, as a role that may create roles and schemas
 * @param queues SQS
 * @param objects S3 with notifications
 */
public record RunningServers(DatabaseAccess database, URI queues, URI objects) {}
