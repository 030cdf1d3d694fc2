package dev.medley.identity.trigger;

import dev.medley.identity.cognito.PoolUser;
import dev.medley.identity.profile.ProfileRegistrar;
import dev.medley.identity.session.SessionRevoker;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes the profile of whoever is confirmed. The user is confirmed already and stays so: a failure here is no reason to
 * tell them otherwise, since the profile is also made at the first sign-in and by reconciliations.
 */
@Component
class ConfirmationListener implements TriggerHandler {

    private static final Logger log = LoggerFactory.getLogger(ConfirmationListener.class);

    private static final String NEW_PASSWORD = "PostConfirmation_ConfirmForgotPassword";

    private final ProfileRegistrar registrar;
    private final SessionRevoker sessions;
    private final Counter lost;

    ConfirmationListener(ProfileRegistrar registrar, SessionRevoker sessions, MeterRegistry meters) {
        this.registrar = registrar;
        this.sessions = sessions;
        this.lost = Counter.builder("identity.confirmations.unregistered")
                .description("Confirmed users whose profile could not be made at once")
                .register(meters);
    }

    @Override
    public Trigger trigger() {
        return Trigger.POST_CONFIRMATION;
    }

    @Override
    public void answer(TriggerEvent event) {
        String sub = event.attribute("sub");
        String email = event.attribute("email");
        if (sub == null || email == null) {
            lost.increment();
            log.error("a confirmed user has no sub or no e-mail address");
            return;
        }
        try {
            if (event.source().equals(NEW_PASSWORD)) {
                // However the password was replaced: whoever knew the old one is out.
                sessions.revoke(sub);
            }
            registrar.register(new PoolUser(sub, email, "true".equals(event.attribute("email_verified"))));
        } catch (RuntimeException e) {
            lost.increment();
            log.error("the profile of {} could not be made; a sign-in or a reconciliation will", sub, e);
        }
    }
}
