package dev.medley.standins.cognito;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds the operation that a request names and runs it in one transaction. */
final class Operations {

    private static final String SERVICE = "AWSCognitoIdentityProviderService.";
    private static final Pattern SIGV4 =
            Pattern.compile("AWS4-HMAC-SHA256 Credential=[^,]+, ?SignedHeaders=[^,]+, ?Signature=\\p{XDigit}+");

    private final Map<String, Operation> byTarget;
    private final TransactionTemplate transactions;

    Operations(List<OperationGroup> groups, TransactionTemplate transactions) {
        this.byTarget = groups.stream()
                .flatMap(group -> group.operations().stream())
                .collect(Collectors.toUnmodifiableMap(operation -> SERVICE + operation.name(), Function.identity()));
        this.transactions = transactions;
    }

    /** Finds the operation; a signature must be there where the real service wants one, its value is not checked. */
    Operation find(@Nullable String target, @Nullable String authorization) {
        Operation operation = target == null ? null : byTarget.get(target);
        if (operation == null) {
            throw CognitoError.unknownOperation();
        }
        if (operation.signed()) {
            requireSignature(authorization);
        }
        return operation;
    }

    /** A refusal commits: the failure it counted must stay counted. */
    Object run(Operation operation, Input input) {
        Object outcome = transactions.execute(_ -> {
            try {
                return operation.body().apply(input);
            } catch (CognitoError refusal) {
                return refusal;
            }
        });
        if (outcome instanceof CognitoError refusal) {
            throw refusal;
        }
        return outcome;
    }

    private static void requireSignature(@Nullable String authorization) {
        if (authorization == null) {
            throw new CognitoError(ErrorType.MISSING_AUTHENTICATION_TOKEN, "Missing Authentication Token");
        }
        if (!SIGV4.matcher(authorization).matches()) {
            throw new CognitoError(
                    ErrorType.INCOMPLETE_SIGNATURE,
                    "Authorization header requires 'Credential', 'SignedHeaders' and 'Signature' parameters.");
        }
    }
}
