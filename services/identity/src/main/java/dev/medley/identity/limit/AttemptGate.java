package dev.medley.identity.limit;

import dev.medley.web.problem.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * What every attempt on an account passes through: it is counted before the user pool hears of it, the same for accounts
 * that exist and those that do not, and answered at a time that tells the two as little apart.
 */
@Component
public class AttemptGate {

    private final Allowances allowances;
    private final AnswerClock answers;
    private final LimitProperties properties;
    private final HttpServletRequest request;
    private final HttpServletResponse response;

    /** Request and response are Spring's stand-ins for the current ones. */
    AttemptGate(
            Allowances allowances,
            AnswerClock answers,
            LimitProperties properties,
            HttpServletRequest request,
            HttpServletResponse response) {
        this.allowances = allowances;
        this.answers = answers;
        this.properties = properties;
        this.request = request;
        this.response = response;
    }

    /**
     * An attempt that has a mail sent if there is an account. Every outcome is held back.
     *
     * @param account address or {@code sub}
     */
    public <T> T mailing(String account, Supplier<T> attempt) {
        String address = ClientAddress.of(request.getRemoteAddr());
        RateLimitHeaders.require(
                allowances.take(Allowance.ADDRESS_MAIL, address), response, ProblemCode.TOO_MANY_ATTEMPTS);
        RateLimitHeaders.require(
                allowances.take(Allowance.ACCOUNT_MAIL, account), response, ProblemCode.TOO_MANY_ATTEMPTS);
        return answers.hold(properties.mailStep(), attempt, _ -> false);
    }

    /**
     * An attempt that a stranger could make with a guess.
     *
     * @param account address or {@code sub}
     * @param proof whether a result shows that the caller is the account's owner: then there is nothing to hold back
     */
    public <T> T guessing(String account, Supplier<T> attempt, Predicate<T> proof) {
        count(account);
        return answers.hold(properties.answerStep(), attempt, proof);
    }

    /** An attempt whose result can only be had by the account's owner; refusals are held back. */
    public <T> T guessing(String account, Supplier<T> attempt) {
        return guessing(account, attempt, _ -> true);
    }

    /**
     * An attempt that tells nothing by its time.
     *
     * @param account address or {@code sub}
     */
    public void count(String account) {
        RateLimitHeaders.require(allowances.take(Allowance.ACCOUNT, account), response, ProblemCode.TOO_MANY_ATTEMPTS);
    }
}
