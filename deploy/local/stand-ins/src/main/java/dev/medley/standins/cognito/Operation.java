package dev.medley.standins.cognito;

import java.util.function.Function;

/**
 * One operation of the user pool API.
 *
 * @param name as in {@code X-Amz-Target}, after the dot
 * @param signed whether the real service wants a SigV4 signature and checks IAM
 * @param staged whether the body divides itself into transactions; else it is one
 * @param body from the request's members to a value that is written as JSON
 */
record Operation(String name, boolean signed, boolean staged, Function<Input, Object> body) {

    /** An operation of end users, which carries its own proof. */
    static Operation open(String name, Function<Input, Object> body) {
        return new Operation(name, false, false, body);
    }

    /** An operation of administrators. */
    static Operation signed(String name, Function<Input, Object> body) {
        return new Operation(name, true, false, body);
    }

    /** The same operation, whose body runs outside of any transaction because it mails or calls triggers in between. */
    Operation inStages() {
        return new Operation(name, signed, true, body);
    }
}
