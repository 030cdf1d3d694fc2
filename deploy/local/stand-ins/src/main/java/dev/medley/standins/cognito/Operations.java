package dev.medley.standins.cognito;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the operation that a request names and runs it: in one transaction unless it makes its own. */
final class Operations {

    private static final String SERVICE = "AWSCognitoIdentityProviderService.";
    private static final Pattern SIGV4 =
            Pattern.compile("AWS4-HMAC-SHA256 Credential=[^,]+, ?SignedHeaders=[^,]+, ?Signature=\\p{XDigit}+");

    private final Map<String, Operation> byTarget;
    private final UnitOfWork work;
    private final Purge purge;

    Operations(List<OperationGroup> groups, UnitOfWork work, Purge purge) {
        this.byTarget = groups.stream()
                .flatMap(group -> group.operations().stream())
                .collect(Collectors.toUnmodifiableMap(operation -> SERVICE + operation.name(), Function.identity()));
        this.work = work;
        this.purge = purge;
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

    Object run(Operation operation, Input input) {
        purge.runIfDue();
        return operation.staged()
                ? operation.body().apply(input)
                : work.run(() -> operation.body().apply(input));
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
