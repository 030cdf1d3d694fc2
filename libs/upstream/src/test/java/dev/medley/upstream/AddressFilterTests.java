package dev.medley.upstream;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressFilterTests {

    private final AddressFilter filter = new AddressFilter(Set.of("127.0.0.1:8200", "[::1]"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://127.0.0.1:8201/",
                "http://127.1/",
                "http://2130706433/",
                "http://localhost/",
                "http://0.0.0.0/",
                "http://10.1.2.3/",
                "http://172.16.0.1/",
                "http://172.31.255.255/",
                "http://192.168.1.1/",
                "http://169.254.169.254/latest/meta-data/",
                "http://100.64.0.1/",
                "http://100.127.255.255/",
                "http://192.0.0.8/",
                "http://198.18.0.1/",
                "http://224.0.0.1/",
                "http://255.255.255.255/",
                "http://[::]/",
                "http://[::2]/",
                "http://[::ffff:127.0.0.1]/",
                "http://[::ffff:10.0.0.1]/",
                "http://[::127.0.0.1]/",
                "http://[64:ff9b::7f00:1]/",
                "http://[64:ff9b:1::a00:1]/",
                "http://[2002:7f00:1::]/",
                "http://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/",
                "http://[fe80::1]/",
                "http://[fc00::1]/",
                "http://[fd12:3456::1]/",
                "http://[ff02::1]/",
                "http://[2001:db8::1]/",
                "file:///etc/passwd",
                "ftp://93.184.215.14/",
                "http://user:secret@93.184.215.14/",
                "http:/no-host",
                "no-scheme"
            })
    void refusesWhatIsNotPublic(String address) {
        assertThatThrownBy(() -> filter.check(URI.create(address))).isInstanceOf(ForbiddenAddressException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://93.184.215.14/file",
                "HTTP://8.8.8.8:8080/",
                "https://100.63.255.255/",
                "https://100.128.0.1/",
                "https://172.15.255.255/",
                "https://172.32.0.1/",
                "https://[2606:4700:4700::1111]/",
                "https://[2001:4860:4860::8888]/",
                "http://127.0.0.1:8200/",
                "http://[::1]:9000/"
            })
    void letsThroughWhatIsPublicOrAllowed(String address) {
        assertThatCode(() -> filter.check(URI.create(address))).doesNotThrowAnyException();
    }

    @Test
    void aRefusalTellsNoPathOrQuery() {
        assertThatThrownBy(() -> filter.check(URI.create("http://10.0.0.1/secret?token=abc")))
                .hasMessageContaining("10.0.0.1")
                .hasMessageNotContainingAny("secret", "abc");
    }
}
