package dev.medley.standins.cognito;

/** The occasions on which a Lambda is called, under their names on the wire. */
enum TriggerSource {
    PRE_SIGN_UP("PreSignUp_SignUp"),
    PRE_SIGN_UP_ADMIN_CREATE_USER("PreSignUp_AdminCreateUser"),
    POST_CONFIRMATION("PostConfirmation_ConfirmSignUp"),
    POST_CONFIRMATION_FORGOT_PASSWORD("PostConfirmation_ConfirmForgotPassword"),
    DEFINE_AUTH_CHALLENGE("DefineAuthChallenge_Authentication"),
    CREATE_AUTH_CHALLENGE("CreateAuthChallenge_Authentication"),
    VERIFY_AUTH_CHALLENGE_RESPONSE("VerifyAuthChallengeResponse_Authentication"),
    CUSTOM_MESSAGE_SIGN_UP("CustomMessage_SignUp"),
    CUSTOM_MESSAGE_RESEND_CODE("CustomMessage_ResendCode"),
    CUSTOM_MESSAGE_FORGOT_PASSWORD("CustomMessage_ForgotPassword"),
    CUSTOM_MESSAGE_ADMIN_CREATE_USER("CustomMessage_AdminCreateUser"),
    CUSTOM_MESSAGE_UPDATE_USER_ATTRIBUTE("CustomMessage_UpdateUserAttribute"),
    CUSTOM_MESSAGE_VERIFY_USER_ATTRIBUTE("CustomMessage_VerifyUserAttribute");

    private final String wireName;

    TriggerSource(String wireName) {
        this.wireName = wireName;
    }

    /** The {@code triggerSource} of events. */
    String wireName() {
        return wireName;
    }

    /** The trigger that serves it, as error messages name it. */
    String trigger() {
        return wireName.substring(0, wireName.indexOf('_'));
    }
}
