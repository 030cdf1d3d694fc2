package dev.medley.standins.cognito;

/**
 * Where a code went, or would have gone.
 *
 * @param destination masked
 * @param deliveryMedium always e-mail here
 * @param attributeName the attribute that holds the address
 */
record CodeDeliveryDetails(String destination, String deliveryMedium, String attributeName) {

    static CodeDeliveryDetails to(String email) {
        return new CodeDeliveryDetails(mask(email), "EMAIL", "email");
    }

    /** {@code fan@example.com} becomes {@code f***@e***}: the service shows first letters only. */
    static String mask(String email) {
        int at = email.lastIndexOf('@');
        return at < 0 ? initial(email) : initial(email.substring(0, at)) + "@" + initial(email.substring(at + 1));
    }

    private static String initial(String part) {
        return part.isEmpty() ? "***" : part.substring(0, part.offsetByCodePoints(0, 1)) + "***";
    }
}
