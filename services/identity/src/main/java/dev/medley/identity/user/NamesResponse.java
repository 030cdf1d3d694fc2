package dev.medley.identity.user;

import java.util.Map;

/**
 * Names to show to other users.
 *
 * @param names by user id; whoever is unknown or gave no name is left out
 */
public record NamesResponse(Map<String, String> names) {}
