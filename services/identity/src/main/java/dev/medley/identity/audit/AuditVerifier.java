package dev.medley.identity.audit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Proves the log, or finds the first place where it was tampered with. */
@Component
class AuditVerifier {

    private static final Logger log = LoggerFactory.getLogger(AuditVerifier.class);

    private final Chain chain;

    AuditVerifier(Chain chain) {
        this.chain = chain;
    }

    /**
     * Recomputes the whole log in one pass, on one snapshot of it: writers go on meanwhile.
     *
     * @param known an earlier end of the log, if one was kept
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Verification verify(@Nullable ChainHead known) {
        ChainVerifier verifier = new ChainVerifier(chain.head(), known);
        chain.forEach(verifier::accept);
        Verification result = verifier.result();
        // The log of the service is a second place that remembers the end.
        if (result.intact()) {
            log.info("the audit log is intact up to {}", result.head());
        } else {
            log.error("the audit log is broken: {}", result);
        }
        return result;
    }
}
