package dev.medley.identity.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClientAddressTests {

    @Test
    void anAddressOfTheOldKindStandsForItself() {
        assertThat(ClientAddress.of("203.0.113.7"))
                .isEqualTo("203.0.113.7")
                .isNotEqualTo(ClientAddress.of("203.0.113.8"));
    }

    @Test
    void anAddressOfTheNewKindStandsForItsNetwork() {
        assertThat(ClientAddress.of("2001:db8:1:2::1"))
                .isEqualTo(ClientAddress.of("2001:0db8:1:2:ffff:ffff:ffff:ffff"))
                .isNotEqualTo(ClientAddress.of("2001:db8:1:3::1"));
    }

    @Test
    void anOldAddressInNewClothesIsTheOldOne() {
        assertThat(ClientAddress.of("::ffff:203.0.113.7")).isEqualTo(ClientAddress.of("203.0.113.7"));
    }

    @Test
    void whatIsNoAddressIsNeverLookedUp() {
        assertThat(ClientAddress.of("example.com")).isEqualTo("example.com");
    }
}
