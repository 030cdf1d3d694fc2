package dev.medley.identity.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The WHERE clause of a listing with optional filters. Only the filters in use become part of the statement, so that the
 * database plans for exactly those.
 */
public final class Conditions {

    private final List<String> clauses = new ArrayList<>();
    private final Map<String, Object> params = new HashMap<>();

    /**
     * Adds a condition.
     *
     * @param clause SQL with the named parameters in it
     * @param values of the parameters; no name is used by two conditions
     */
    public Conditions and(String clause, Map<String, ?> values) {
        clauses.add(clause);
        params.putAll(values);
        return this;
    }

    /**
     * Adds a condition, unless its value is absent.
     *
     * @param clause SQL with the named parameter in it
     * @param name of the parameter
     */
    public Conditions and(String clause, String name, @Nullable Object value) {
        return value == null ? this : and(clause, Map.of(name, value));
    }

    /** The conditions, led by {@code WHERE}; empty when there are none. */
    public String where() {
        return clauses.isEmpty() ? "" : "WHERE " + String.join(" AND ", clauses);
    }

    /** The parameters that the conditions name. */
    public Map<String, Object> params() {
        return Map.copyOf(params);
    }
}
