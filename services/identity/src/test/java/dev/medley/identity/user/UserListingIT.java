package dev.medley.identity.user;

import static org.assertj.core.api.Assertions.assertThat;

import dev.medley.identity.OwnSchema;
import dev.medley.identity.profile.SubscriptionStatus;
import dev.medley.identity.profile.UserStatus;
import dev.medley.testing.PlatformTest;
import dev.medley.testing.TestPlatform;
import dev.medley.web.paging.CursorCodec;
import dev.medley.web.paging.Page;
import dev.medley.web.paging.PageLimit;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The list of users when there are 100,000 of them. */
@PlatformTest
class UserListingIT {

    private static final int USERS = 100_000;
    private static final int ROWS = 101;
    private static final Pattern TIME = Pattern.compile("Execution Time: ([0-9.]+) ms");

    private static SingleConnectionDataSource connection;
    private static JdbcClient jdbc;

    private static UserSearch search;

    /** How the database answers a query, and in how many milliseconds. */
    private record Plan(String query, String text, double millis) {}

    @BeforeAll
    static void load(TestPlatform platform) throws SQLException {
        Connection single = OwnSchema.create(platform, "listing").getConnection();
        connection = new SingleConnectionDataSource(single, true);
        jdbc = JdbcClient.create(connection);
        search = new UserSearch(jdbc, new CursorCodec(new byte[32]));
        jdbc.sql("""
                        INSERT INTO profile (user_id, email, first_name, last_name, subscription_status,
                                             financial_emails, newsletter_emails, confirmed_at, disabled_at,
                                             created_at, updated_at, version)
                        SELECT md5(i::text)::uuid::text,
                               lower(first || '.' || last || i || '@' || domain), first, last,
                               (ARRAY['ACTIVE', 'INACTIVE', 'PENDING', 'UNSUBSCRIBED'])
                                   [1 + (i % 100 > 79)::int + (i % 100 > 91)::int + (i % 100 > 96)::int],
                               i % 10 > 0, i % 7 = 0,
                               CASE WHEN i % 19 > 0 THEN at END, CASE WHEN i % 211 = 0 THEN at END, at, at, 0
                        FROM generate_series(1, :users) AS i,
                             LATERAL (SELECT (ARRAY['Anna', 'Bo', 'Chloé', 'David', 'Elif', 'Fynn', 'Grace', 'Hugo',
                                                    'Ines', 'Jörg', 'Karim', 'Li'])[1 + i % 12] AS first,
                                             (ARRAY['Berg', 'Zimmermann', 'Okafor', 'de la Cruz', 'Ng', 'Sørensen',
                                                    'Müller', 'Kowalski', 'Rossi', 'Ångström', 'Dubois', 'Smith',
                                                    'Yılmaz', 'Haddad', 'Novák', 'Silva', 'Tanaka', 'Lee', 'O''Brien',
                                                    'Petrov', 'Quinn', 'Ueda', 'Varga'])[1 + i % 23] AS last,
                                             (ARRAY['example.com', 'example.org', 'music.test'])[1 + i % 3] AS domain,
                                             timestamptz '2024-01-01 00:00Z' + i * interval '7 minutes' AS at) AS made
                        """).param("users", USERS).update();
        jdbc.sql("VACUUM ANALYZE profile").update();
    }

    @AfterAll
    static void unload() {
        jdbc.sql("DROP SCHEMA listing CASCADE").update();
        connection.destroy();
    }

    @Test
    void noFilterReadsEveryUser() {
        List<Plan> plans = new ArrayList<>();
        for (UserFilter filter : filters()) {
            plans.add(explain(filter + " first", UserQuery.after(filter, null, ROWS)));
            plans.add(explain(filter + " later", UserQuery.after(filter, middle(), ROWS)));
        }

        report("pages", plans);
        assertThat(plans)
                .allSatisfy(plan -> assertThat(plan.text())
                        .as(plan.query())
                        .contains("Execution Time")
                        .doesNotContain("Seq Scan on profile"));
    }

    @Test
    void noDepthReadsEveryUser() {
        List<Plan> plans = new ArrayList<>();
        for (int offset : new int[] {0, USERS / 2, USERS - ROWS}) {
            UserFilter everybody = new UserFilter(null, null, null, null);
            UserFilter active = new UserFilter(null, null, SubscriptionStatus.ACTIVE, null);
            for (UserFilter filter : List.of(everybody, active)) {
                plans.add(explain(filter + " from " + offset, UserQuery.skipping(filter, offset, ROWS)));
            }
        }

        report("slices", plans);
        assertThat(plans)
                .allSatisfy(plan -> assertThat(plan.text())
                        .as(plan.query())
                        .contains("Execution Time")
                        .doesNotContain("Seq Scan on profile"));
    }

    @Test
    void followingTheCursorShowsEveryUserOnce() {
        UserFilter suspended = new UserFilter(null, UserStatus.SUSPENDED, null, null);
        List<UserSummary> seen = new ArrayList<>();
        String cursor = null;
        do {
            Page<UserSummary> page = search.page(suspended, cursor, new PageLimit(100));
            seen.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);

        assertThat(seen)
                .hasSize(USERS / 211)
                .isSortedAccordingTo(
                        Comparator.comparing(UserSummary::createdAt).thenComparing(UserSummary::id))
                .doesNotHaveDuplicates();
        assertThat(search.count(suspended)).isEqualTo(seen.size());
        assertThat(search.slice(suspended, 200, 100)).isEqualTo(seen.subList(200, 300));
    }

    @Test
    void aTextIsFoundInAnyPartAndCase() {
        assertThat(search.count(text("ZIMMERMANN"))).isEqualTo(count("last_name = 'Zimmermann'"));
        assertThat(search.count(text("ångSTRÖM"))).isEqualTo(count("last_name = 'Ångström'"));
        assertThat(search.count(text("@music.test"))).isEqualTo(count("email LIKE '%@music.test'"));
        assertThat(search.count(text("Li"))).isEqualTo(count("first_name = 'Li'"));
        assertThat(search.count(text("anna.berg"))).isPositive().isEqualTo(count("email LIKE 'anna.berg%'"));
        assertThat(search.count(text("ann_"))).isZero();
        assertThat(search.count(text("100%"))).isZero();
        assertThat(search.count(text("\\"))).isZero();
    }

    private static List<UserFilter> filters() {
        List<UserFilter> filters = new ArrayList<>();
        for (String text : Arrays.asList(null, "example", "zimmermann", "anna.berg4", "nobody here", "ng", "x")) {
            for (UserStatus status :
                    Arrays.asList(null, UserStatus.ACTIVE, UserStatus.INACTIVE, UserStatus.SUSPENDED)) {
                for (SubscriptionStatus subscription :
                        Arrays.asList(null, SubscriptionStatus.ACTIVE, SubscriptionStatus.UNSUBSCRIBED)) {
                    for (EmailType type : Arrays.asList(null, EmailType.FINANCIAL, EmailType.NEWSLETTER)) {
                        filters.add(new UserFilter(text, status, subscription, type));
                    }
                }
            }
        }
        return filters;
    }

    private static List<String> middle() {
        return List.of("2024-09-01T00:00:00Z", "");
    }

    private static UserFilter text(@Nullable String text) {
        return new UserFilter(text, null, null, null);
    }

    private static int count(String condition) {
        return jdbc.sql("SELECT count(*) FROM profile WHERE " + condition)
                .query(Integer.class)
                .single();
    }

    private static Plan explain(String name, UserQuery query) {
        String text = String.join(
                "\n",
                jdbc.sql("EXPLAIN (ANALYZE) " + query.sql())
                        .params(query.params())
                        .query(String.class)
                        .list());
        Matcher time = TIME.matcher(text);
        return new Plan(name, text, time.find() ? Double.parseDouble(time.group(1)) : -1);
    }

    private static void report(String what, List<Plan> plans) {
        List<Plan> slowestFirst = plans.stream()
                .sorted(Comparator.comparing(Plan::millis).reversed())
                .toList();
        System.out.printf("%d %s over %,d users, slowest first:%n", plans.size(), what, USERS);
        slowestFirst.stream()
                .limit(12)
                .forEach(plan -> System.out.printf("%8.3f ms  %s%n", plan.millis(), plan.query()));
        System.out.println(slowestFirst.getFirst().text());
    }
}
