package dev.medley.platform;

/** What somebody needs to know who has just started the platform. */
final class Summary {

    private final PlatformSettings settings;
    private final DemoUser user;
    private final DemoUser operator;

    Summary(PlatformSettings settings, DemoUser user, DemoUser operator) {
        this.settings = settings;
        this.user = user;
        this.operator = operator;
    }

    void print(Console console, double seconds) {
        String gateway = settings.browserOrigins().getFirst();
        console.line("");
        console.line("Medley is up after %.1f s: %s".formatted(seconds, gateway));
        row(console, "Swagger UI", gateway + "/docs");
        row(console, "Mailbox", gateway + "/mailbox");
        row(console, "Demo user", user.email() + " with password " + user.password());
        row(console, "Operator", operator.email() + " with password " + operator.password());
        for (ServiceDefinition service : ServiceDefinition.ALL) {
            row(console, service.name(), "%s, log %s".formatted(service.address(settings), service.log(settings)));
        }
        row(console, "SQS", "http://127.0.0.1:" + settings.port(PlatformPort.QUEUES));
        row(console, "S3", "http://127.0.0.1:" + settings.port(PlatformPort.OBJECTS));
        row(console, "Cognito", "http://127.0.0.1:" + settings.port(PlatformPort.COGNITO));
        row(console, "PostgreSQL", "127.0.0.1:" + settings.port(PlatformPort.POSTGRES));
        row(console, "Mail", "smtp://127.0.0.1:" + settings.port(PlatformPort.SMTP));
        console.line("./medley demo walks through it, ./medley env configures the AWS CLI, Ctrl-C stops everything.");
    }

    private static void row(Console console, String name, String text) {
        console.line("  %-12s %s".formatted(name, text));
    }
}
