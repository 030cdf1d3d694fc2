package dev.medley.standins.cognito;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Base64;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class SrpTests {

    private final SecureRandom random = new SecureRandom();

    @Test
    void theModulusIsASafePrimeOf3072Bits() {
        assertThat(Srp.MODULUS.bitLength()).isEqualTo(3072);
        assertThat(Srp.MODULUS.isProbablePrime(10)).isTrue();
        assertThat(Srp.MODULUS.shiftRight(1).isProbablePrime(10)).isTrue();
    }

    /** A key that AWS's own clients reach, from the tests of aws-sdk-net-extensions-cognito. */
    @Test
    void theTestClientReachesThePublishedKey() {
        SrpClient client = new SrpClient("Pj8nlkpKR", new BigInteger("02".repeat(1023) + "00", 16));

        byte[] key = client.key("""
                8d340308265ada665b1b2c730fb65ff0b6dc746b63c2d7e9f08b8aa9306d4848\
                268bc0c17ee4a2999173ca62af59fd74ba5d00f16c96bea082b163f2c3a0b745\
                455d62cb9577425b4b5d4dadba163a8e7759a7c0256795f464682770588c84e8\
                2f2c63d4701751476da8e8a7b1a131e78560fe7b56b6761fcef88dcc486f4033\
                69a0cac2f04c25ed6d5e08b5a2f488500a0d5af4972cfa1213bfca37bbae189c\
                8d58465b13193204f21ea01d267c7688e6e6cb5d3f5a8005db680d272308ee82\
                3816032dd2c8fc3b95b6fd0a742feb127e3d094cd002a5e6b209415ff82f6abf\
                50d5da43910a0336e9a6fc33dd101bf13f22f13fcb3ea3809aae4917d7c426fb\
                8c0a894030c75d3e15f0e1078a9d89e5154391cde6111ac14fab9fa3b3a880da\
                7dbd47fd5a055937581d26b5d225c076e82f980dcbd77b3950d270d8b622dca9\
                c9bcd8fd6435a59b9690b3c9e2bdabf58cae3420c19066abc420145b1b66f226\
                a6493c96588c2d53b637798fcaa573379f2251848065fe1fafb68ed5e79135e9""", "b704a27deb8cf5efec43a40eac5b60d2", "User5", "Password1!");

        assertThat(Base64.getEncoder().encodeToString(key)).isEqualTo("LmbBsy/4chqMRYOhmtmCrA==");
    }

    /** Several times, because a high bit in any of the random numbers changes how it is hashed. */
    @RepeatedTest(8)
    void clientAndServerReachTheSameKeyWithTheRightPasswordOnly() {
        SrpClient client = new SrpClient("Abc123", new BigInteger(256, random));
        BigInteger salt = new BigInteger(128, random);
        BigInteger secret = new BigInteger(256, random);
        BigInteger verifier = Srp.verifier("Abc123", "user", "Correct-Horse-7", salt);
        BigInteger serverPublic = Srp.publicKey(verifier, secret);

        byte[] key = Srp.sharedKey(Srp.number(client.srpA()), serverPublic, verifier, secret);

        assertThat(client.key(Srp.hex(serverPublic), Srp.hex(salt), "user", "Correct-Horse-7"))
                .isEqualTo(key);
        assertThat(client.key(Srp.hex(serverPublic), Srp.hex(salt), "user", "Wrong-Horse-7"))
                .isNotEqualTo(key);
    }
}
