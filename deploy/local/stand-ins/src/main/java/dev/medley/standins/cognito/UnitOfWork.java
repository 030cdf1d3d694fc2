package dev.medley.standins.cognito;

import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs one step of an operation in a transaction. A refusal commits: the failure it counted must stay counted. */
final class UnitOfWork {

    private final TransactionTemplate transactions;

    UnitOfWork(TransactionTemplate transactions) {
        this.transactions = transactions;
    }

    <T> T run(Supplier<T> step) {
        return transactions
                .execute(_ -> {
                    try {
                        return new Done<>(step.get());
                    } catch (CognitoError refusal) {
                        return new Refused<T>(refusal);
                    }
                })
                .result();
    }

    private sealed interface Ended<T> {

        T result();
    }

    private record Done<T>(T result) implements Ended<T> {}

    private record Refused<T>(CognitoError refusal) implements Ended<T> {

        @Override
        public T result() {
            throw refusal;
        }
    }
}
