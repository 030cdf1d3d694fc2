package dev.medley.standins.cognito;

/**
 * The pool's password policy: 8 to 99 characters with upper case, lower case, number and symbol. The symbols are those of
 * <a href="https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html">the developer guide</a>.
 *
 * @param minimumLength in characters
 * @param requireUppercase A-Z
 * @param requireLowercase a-z
 * @param requireNumbers 0-9
 * @param requireSymbols see above
 * @param temporaryPasswordValidityDays how long an invited user may wait
 */
record PasswordPolicy(
        int minimumLength,
        boolean requireUppercase,
        boolean requireLowercase,
        boolean requireNumbers,
        boolean requireSymbols,
        int temporaryPasswordValidityDays) {

    private static final int MAXIMUM_LENGTH = 99;
    private static final String SYMBOLS = "^$*.[]{}()?-\"!@#%&/\\,><':;|_~`+= ";

    static final PasswordPolicy STRICT = new PasswordPolicy(8, true, true, true, true, 7);

    /** Refuses with the first rule that is broken, as the service does. */
    void check(String password) {
        require(password.length() >= minimumLength, "Password not long enough");
        require(password.length() <= MAXIMUM_LENGTH, "Password too long");
        require(password.equals(password.strip()), "Password must not start or end with a space");
        require(!requireUppercase || has(password, 'A', 'Z'), "Password must have uppercase characters");
        require(!requireLowercase || has(password, 'a', 'z'), "Password must have lowercase characters");
        require(!requireNumbers || has(password, '0', '9'), "Password must have numeric characters");
        require(
                !requireSymbols || password.chars().anyMatch(c -> SYMBOLS.indexOf(c) >= 0),
                "Password must have symbol characters");
    }

    private static boolean has(String password, char first, char last) {
        return password.chars().anyMatch(c -> c >= first && c <= last);
    }

    private static void require(boolean satisfied, String rule) {
        if (!satisfied) {
            throw new CognitoError(ErrorType.INVALID_PASSWORD, "Password did not conform with policy: " + rule);
        }
    }
}
