package dev.medley.accounts.personaldata;

import dev.medley.storage.ObjectReference;

/** Where exports lie. */
public final class Exports {

    /** The bucket, without environment prefix. */
    public static final String BUCKET = "exports";

    private Exports() {}

    /** The folder with all parts of an export. */
    public static String partsOf(String exportId) {
        return "parts/%s/".formatted(exportId);
    }

    /** The object with one service's part of an export, a JSON object. */
    public static ObjectReference part(String exportId, String service) {
        return new ObjectReference(BUCKET, partsOf(exportId) + service + ".json");
    }
}
