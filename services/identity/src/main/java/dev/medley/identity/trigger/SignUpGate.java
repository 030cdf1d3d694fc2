package dev.medley.identity.trigger;

import dev.medley.identity.cognito.SignUps;
import dev.medley.identity.cognito.UserDirectory;
import dev.medley.web.problem.ProblemCode;
import dev.medley.web.problem.ProblemException;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Decides who may have an account, and whose address needs no proof. */
@Component
class SignUpGate implements TriggerHandler {

    /** Administrators get the pool's own error for an address that is taken, which says more than a refusal. */
    private static final String BY_ADMINISTRATOR = "PreSignUp_AdminCreateUser";

    private final SignUpProperties rules;
    private final UserDirectory pool;
    private final JdbcClient jdbc;

    SignUpGate(SignUpProperties rules, UserDirectory pool, JdbcClient jdbc) {
        this.rules = rules;
        this.pool = pool;
        this.jdbc = jdbc;
    }

    @Override
    public Trigger trigger() {
        return Trigger.PRE_SIGN_UP;
    }

    @Override
    public void answer(TriggerEvent event) {
        String email = event.attribute("email");
        if (email == null || email.indexOf('@') < 1) {
            throw refused("An account needs an e-mail address");
        }
        if (!rules.accepts(email)) {
            throw refused("Accounts are not open to this e-mail domain");
        }
        boolean byAdministrator = event.source().equals(BY_ADMINISTRATOR);
        if (!byAdministrator && isTaken(email)) {
            throw refused(SignUps.DUPLICATE);
        }
        boolean confirmed = !byAdministrator && rules.confirms(email);
        event.response()
                .put("autoConfirmUser", confirmed)
                .put("autoVerifyEmail", confirmed)
                .put("autoVerifyPhone", false);
    }

    /** A profile alone does not count: its user may have been deleted in the pool. */
    private boolean isTaken(String email) {
        return jdbc
                .sql("SELECT user_id FROM profile WHERE email = :email")
                .param("email", email.toLowerCase(Locale.ROOT))
                .query(String.class)
                .list()
                .stream()
                .anyMatch(sub -> pool.find(sub).isPresent());
    }

    private static ProblemException refused(String words) {
        return ProblemException.of(ProblemCode.SIGNUP_REJECTED, words);
    }
}
