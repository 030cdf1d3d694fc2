package dev.medley.identity.account;

import dev.medley.contracts.Envelope;
import dev.medley.contracts.UserExportCollected;
import dev.medley.messaging.EventHandler;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Notes that a service has stored its part of an export, and finishes the export after the last one. */
@Component
class UserExportCollectedHandler implements EventHandler<UserExportCollected> {

    private final DataExports exports;
    private final ExportAssembler assembler;

    UserExportCollectedHandler(DataExports exports, ExportAssembler assembler) {
        this.exports = exports;
        this.assembler = assembler;
    }

    @Override
    public Class<UserExportCollected> eventType() {
        return UserExportCollected.class;
    }

    @Override
    public void handle(Envelope<UserExportCollected> event) {
        UserExportCollected part = event.data();
        UUID id = UUID.fromString(part.exportId());
        exports.collected(id, part.service(), part.collectedAt())
                .ifPresentOrElse(this::continueWith, () -> assembler.deletePart(part.exportId(), part.service()));
    }

    /** Not before: a second delivery needs them if this transaction comes to nothing. */
    private void deletePartsAfterCommit(UUID id) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                assembler.deleteParts(id);
            }
        });
    }

    private void continueWith(DataExport export) {
        if (export.awaiting().isEmpty() && !export.finished()) {
            assembler.assemble(export);
            exports.finish(export.id());
            deletePartsAfterCommit(export.id());
        }
    }
}
