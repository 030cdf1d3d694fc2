package dev.medley.web.idempotency;

import dev.medley.web.problem.ProblemCode;
import dev.medley.web.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;
import java.time.Duration;
import org.aspectj.lang.ProceedingJoinPoint;
import org.aspectj.lang.annotation.Around;
import org.aspectj.lang.annotation.Aspect;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.HandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs an {@link Idempotent} method at most once per key. The key is inserted in the method's own transaction, so a twin
 * waits on the database for the first one's end, and a crash leaves neither the effect nor the key.
 */
@Aspect
class IdempotentAspect {

    private static final Duration TWIN_RETRY = Duration.ofSeconds(1);

    private final AnswerStore answers;
    private final PlatformTransactionManager transactions;
    private final JsonMapper json;

    IdempotentAspect(AnswerStore answers, PlatformTransactionManager transactions, JsonMapper json) {
        this.answers = answers;
        this.transactions = transactions;
        this.json = json;
    }

    @Around("@annotation(idempotent)")
    @Nullable
    Object once(ProceedingJoinPoint call, Idempotent idempotent) throws Throwable {
        HttpServletRequest request = currentRequest();
        String key = IdempotencyKey.of(request, idempotent.required());
        return key == null ? call.proceed() : inTransaction(call, keyed(request, key));
    }

    private ResponseEntity<?> inTransaction(ProceedingJoinPoint call, KeyedRequest request) throws Throwable {
        TransactionStatus transaction = transactions.getTransaction(TransactionDefinition.withDefaults());
        ResponseEntity<?> answer;
        try {
            answer = answers.claim(request) ? first(call, request) : repeat(request);
        } catch (TwinRunning e) {
            transactions.rollback(transaction);
            throw ProblemException.of(
                            ProblemCode.REQUEST_IN_PROGRESS, "The first request under this key has not finished yet.")
                    .retryAfter(TWIN_RETRY)
                    .causedBy(e);
        } catch (Throwable e) {
            transactions.rollback(transaction);
            throw e;
        }
        transactions.commit(transaction);
        return answer;
    }

    private ResponseEntity<?> first(ProceedingJoinPoint call, KeyedRequest request) throws Throwable {
        if (!(call.proceed() instanceof ResponseEntity<?> answer)) {
            throw new IllegalStateException(call.getSignature() + " is @Idempotent and must return a ResponseEntity");
        }
        if (answer.getStatusCode().isError()) {
            // A refusal may be put right and sent again under the same key.
            answers.release(request);
        } else {
            answers.complete(request, StoredAnswer.of(request.digest(), answer, json));
        }
        return answer;
    }

    private ResponseEntity<?> repeat(KeyedRequest request) {
        StoredAnswer answer = answers.find(request);
        if (!answer.digest().equals(request.digest())) {
            throw ProblemException.of(
                    ProblemCode.IDEMPOTENCY_KEY_REUSED,
                    "This key belongs to a request with another path, query or body; use a new key.");
        }
        return answer.replay();
    }

    private static KeyedRequest keyed(HttpServletRequest request, String key) throws IOException {
        Principal principal = request.getUserPrincipal();
        return new KeyedRequest(
                principal == null ? "" : principal.getName(),
                request.getMethod(),
                String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)),
                key,
                RequestDigest.of(request.getRequestURI(), request.getQueryString(), KeptBody.of(request)));
    }

    private static HttpServletRequest currentRequest() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }
}
