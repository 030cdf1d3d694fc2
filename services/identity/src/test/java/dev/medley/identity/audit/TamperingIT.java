package dev.medley.identity.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.medley.identity.OwnSchema;
import dev.medley.identity.audit.Verification.BrokenEntry;
import dev.medley.identity.audit.Verification.Fault;
import dev.medley.testing.PlatformTest;
import dev.medley.testing.TestPlatform;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What somebody who owns the database can do to the log, and whether it shows. */
@PlatformTest
class TamperingIT {

    private static final int ENTRIES = 5;

    private static SingleConnectionDataSource connection;

    private JdbcClient owner;
    private Chain chain;

    @BeforeAll
    static void createALog(TestPlatform platform) throws SQLException {
        Connection transaction = OwnSchema.create(platform, "tampering").getConnection();
        transaction.setAutoCommit(false);
        connection = new SingleConnectionDataSource(transaction, true);
    }

    @AfterAll
    static void disconnect() {
        connection.destroy();
    }

    @AfterEach
    void undo() throws SQLException {
        connection.getConnection().rollback();
    }

    @BeforeEach
    void fillALog() {
        owner = JdbcClient.create(connection);
        chain = new Chain(owner);
        AuditLog log = new AuditLog(chain, new AuditPeople(owner), InstantSource.system());
        for (int entry = 1; entry <= ENTRIES; entry++) {
            log.record(AuditAction.SIGNED_IN, AuditOutcome.DONE, "anna", "user-" + entry);
        }
        assertThat(verify().intact()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit_entry SET action = 'SIGNED_OUT'",
                "UPDATE audit_entry SET action = action WHERE false",
                "DELETE FROM audit_entry",
                "TRUNCATE audit_entry",
                "DELETE FROM audit_head",
                "TRUNCATE audit_head"
            })
    void theSchemaRefusesChanges(String statement) {
        assertThatThrownBy(() -> owner.sql(statement).update())
                .rootCause()
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("the audit log is only ever added to");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE audit_entry SET at = at + interval '1 microsecond' WHERE sequence = 3 | 3 | CHANGED",
                "UPDATE audit_entry SET action = 'SIGNED_OUT' WHERE sequence = 3 | 3 | CHANGED",
                "UPDATE audit_entry SET outcome = 'REFUSED' WHERE sequence = 3 | 3 | CHANGED",
                "UPDATE audit_entry SET actor = NULL WHERE sequence = 3 | 3 | CHANGED",
                "UPDATE audit_entry SET target = actor WHERE sequence = 3 | 3 | CHANGED",
                "UPDATE audit_entry SET client_address = '' WHERE sequence = 3 | 3 | CHANGED",
                "UPDATE audit_entry SET request_id = 'other' WHERE sequence = 3 | 3 | CHANGED",
                "UPDATE audit_entry SET hash = repeat('0', 64) WHERE sequence = 3 | 3 | CHANGED",
                "UPDATE audit_entry SET sequence = 9 WHERE sequence = 5 | 5 | MISSING",
                "UPDATE audit_entry SET sequence = -sequence WHERE sequence = 1 | -1 | ADDED",
                "DELETE FROM audit_entry WHERE sequence = 1 | 1 | MISSING",
                "DELETE FROM audit_entry WHERE sequence = 3 | 3 | MISSING",
                "DELETE FROM audit_entry WHERE sequence >= 4 | 4 | MISSING",
                "DELETE FROM audit_entry | 1 | MISSING",
                "UPDATE audit_head SET hash = repeat('0', 64) | 5 | CHANGED",
                "UPDATE audit_head SET sequence = 3 | 4 | ADDED",
                "DELETE FROM audit_head | 1 | ADDED"
            })
    void whatItsOwnerDoesBehindTheTriggersShows(String statement, long sequence, Fault fault) {
        owner.sql("ALTER TABLE audit_entry DISABLE TRIGGER USER").update();
        owner.sql("ALTER TABLE audit_head DISABLE TRIGGER USER").update();
        assertThat(owner.sql(statement).update()).isPositive();

        assertThat(verify().firstBroken()).isEqualTo(new BrokenEntry(sequence, fault));
    }

    @Test
    void entriesThatChangedPlacesShow() {
        owner.sql("ALTER TABLE audit_entry DISABLE TRIGGER USER").update();
        owner.sql("UPDATE audit_entry SET sequence = -sequence WHERE sequence IN (2, 4)")
                .update();
        owner.sql("UPDATE audit_entry SET sequence = CASE sequence WHEN -2 THEN 4 ELSE 2 END WHERE sequence < 0")
                .update();

        assertThat(verify().firstBroken()).isEqualTo(new BrokenEntry(2, Fault.CHANGED));
    }

    @Test
    void anEndCutTogetherWithTheHeadShowsByAnEarlierHead() {
        ChainHead kept = chain.head();
        owner.sql("ALTER TABLE audit_entry DISABLE TRIGGER USER").update();
        owner.sql("DELETE FROM audit_entry WHERE sequence = 5").update();
        owner.sql("""
                        UPDATE audit_head
                        SET (sequence, hash) = (SELECT sequence, hash FROM audit_entry WHERE sequence = 4)
                        """).update();

        assertThat(verify().intact()).isTrue();
        assertThat(new AuditVerifier(chain).verify(kept).firstBroken()).isEqualTo(new BrokenEntry(5, Fault.MISSING));
    }

    private Verification verify() {
        return new AuditVerifier(chain).verify(null);
    }
}
