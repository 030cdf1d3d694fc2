package dev.medley.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentNamesTests {

    @ParameterizedTest
    @CsvSource({
        "server.port,                                      SERVER_PORT",
        "spring.main.log-startup-info,                     SPRING_MAIN_LOGSTARTUPINFO",
        "spring.cloud.aws.s3.path-style-access-enabled,    SPRING_CLOUD_AWS_S3_PATHSTYLEACCESSENABLED",
        "medley.security.jwks-uri,                         MEDLEY_SECURITY_JWKSURI",
        "my.service[0].other,                              MY_SERVICE_0_OTHER",
        "my.service[0],                                    MY_SERVICE_0",
    })
    void namesVariablesAsBootReadsThem(String property, String variable) {
        assertThat(EnvironmentNames.of(property)).isEqualTo(variable);
    }
}
