package dev.medley.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class PeerValveTests {

    @ParameterizedTest
    @CsvSource({"true,127.0.0.1,true", "true,::1,true", "true,203.0.113.9,false", "false,127.0.0.1,false"})
    void aNeighbourIsOnThisHostAndSpeaksForItself(boolean peerOnThisHost, String remoteAddress, boolean neighbour) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setAttribute(PeerValve.class.getName(), peerOnThisHost);
        request.setRemoteAddr(remoteAddress);

        assertThat(PeerValve.isNeighbour(request)).isEqualTo(neighbour);
    }

    @Test
    void withoutTheValveNobodyIsANeighbour() {
        assertThat(PeerValve.isNeighbour(new MockHttpServletRequest())).isFalse();
    }
}
