package dev.medley.identity.account;

import dev.medley.accounts.personaldata.Exports;
import dev.medley.storage.ObjectReference;
import dev.medley.storage.ObjectStore;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The objects of an export: the services' parts and the one file made of them. */
@Component
class ExportAssembler {

    private static final String FOLDER = "users/%s/";

    private final ObjectStore objects;
    private final JsonMapper json;

    ExportAssembler(ObjectStore objects, JsonMapper json) {
        this.objects = objects;
        this.json = json;
    }

    /** Makes the file of the parts, which are all there, in place of an earlier one. */
    void assemble(DataExport export) {
        Map<String, JsonNode> services = new TreeMap<>();
        for (String service : export.services()) {
            services.put(
                    service, json.readTree(objects.read(Exports.part(export.id().toString(), service))));
        }
        objects.write(
                file(export.userId()),
                "application/json",
                json.writeValueAsBytes(new Content(
                        export.id().toString(),
                        export.userId(),
                        export.requestedAt().toString(),
                        services)));
    }

    /** Deletes the parts of an export. */
    void deleteParts(UUID exportId) {
        objects.deleteAll(Exports.BUCKET, Exports.partsOf(exportId.toString()));
    }

    /** Deletes a part that nobody waits for any more. */
    void deletePart(String exportId, String service) {
        objects.delete(Exports.part(exportId, service));
    }

    /** Deletes a user's file. */
    void delete(String userId) {
        objects.deleteAll(Exports.BUCKET, FOLDER.formatted(userId));
    }

    URI link(String userId, Duration validity) {
        return objects.presignDownload(file(userId), validity);
    }

    private static ObjectReference file(String userId) {
        return new ObjectReference(Exports.BUCKET, FOLDER.formatted(userId) + "export.json");
    }

    private record Content(String exportId, String userId, String requestedAt, Map<String, JsonNode> services) {}
}
