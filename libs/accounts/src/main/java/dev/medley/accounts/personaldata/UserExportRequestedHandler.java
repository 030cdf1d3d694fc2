package dev.medley.accounts.personaldata;

import dev.medley.contracts.Envelope;
import dev.medley.contracts.UserExportCollected;
import dev.medley.contracts.UserExportRequested;
import dev.medley.messaging.EventHandler;
import dev.medley.messaging.outbox.Outbox;
import dev.medley.storage.ObjectStore;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** Stores what this service holds of a user and says so. */
final class UserExportRequestedHandler implements EventHandler<UserExportRequested> {

    private final Map<String, PersonalData> parts;
    private final ObjectStore objects;
    private final JsonMapper json;
    private final Outbox outbox;
    private final InstantSource clock;
    private final String service;

    UserExportRequestedHandler(
            Map<String, PersonalData> parts,
            ObjectStore objects,
            JsonMapper json,
            Outbox outbox,
            InstantSource clock,
            String service) {
        this.parts = Map.copyOf(parts);
        this.objects = objects;
        this.json = json;
        this.outbox = outbox;
        this.clock = clock;
        this.service = service;
    }

    @Override
    public Class<UserExportRequested> eventType() {
        return UserExportRequested.class;
    }

    @Override
    public void handle(Envelope<UserExportRequested> event) {
        UserExportRequested export = event.data();
        Map<String, Object> collected = new TreeMap<>();
        parts.forEach((name, part) -> {
            Object share = part.export(export.userId());
            if (share != null) {
                collected.put(name, share);
            }
        });
        objects.write(Exports.part(export.exportId(), service), "application/json", json.writeValueAsBytes(collected));
        outbox.publish(export.exportId(), new UserExportCollected(export.exportId(), service, clock.instant()));
    }
}
