package dev.medley.identity.user;

import dev.medley.identity.profile.PersonName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says what users are called, and nothing else about them. */
@Component
class NameBook {

    private record Entry(String userId, PersonName name) {

        static Entry from(ResultSet row, int number) throws SQLException {
            return new Entry(
                    row.getString("user_id"), new PersonName(row.getString("first_name"), row.getString("last_name")));
        }
    }

    private final JdbcClient jdbc;

    NameBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Names by user id, sorted; whoever is unknown or gave no name is left out. */
    Map<String, String> names(List<String> userIds) {
        Map<String, String> names = new TreeMap<>();
        if (!userIds.isEmpty()) {
            jdbc.sql("SELECT user_id, first_name, last_name FROM profile WHERE user_id IN (:userIds)")
                    .param("userIds", userIds)
                    .query(Entry::from)
                    .list()
                    .forEach(entry -> entry.name().display().ifPresent(name -> names.put(entry.userId(), name)));
        }
        return names;
    }
}
