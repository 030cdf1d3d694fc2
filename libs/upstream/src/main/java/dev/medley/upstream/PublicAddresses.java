package dev.medley.upstream;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses lead to the public internet, by IANA's special-purpose registries for IPv4 and IPv6. Of IPv6 only what
 * is handed out for global unicast counts, and of that not what carries an IPv4 address within it: its gateway would lead
 * wherever that address does.
 */
final class PublicAddresses {

    private static final List<Block> SPECIAL = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    // Protocol assignments, Teredo among them.
                    "2001::/23",
                    "2001:db8::/32",
                    // 6to4.
                    "2002::/16",
                    "3fff::/20")
            .map(Block::parse)
            .toList();

    private static final Block GLOBAL_UNICAST = Block.parse("2000::/3");

    private static final int IPV4_BYTES = 4;

    private PublicAddresses() {}

    static boolean contains(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean routed = bytes.length == IPV4_BYTES || GLOBAL_UNICAST.contains(bytes);
        return routed && SPECIAL.stream().noneMatch(block -> block.contains(bytes));
    }

    /** Addresses with a common beginning. */
    private static final class Block {

        private final byte[] start;
        private final int bits;

        private Block(byte[] start, int bits) {
            this.start = start;
            this.bits = bits;
        }

        static Block parse(String text) {
            int slash = text.indexOf('/');
            try {
                byte[] start = InetAddress.getByName(text.substring(0, slash)).getAddress();
                return new Block(start, Integer.parseInt(text.substring(slash + 1)));
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(text + " is no block of addresses", e);
            }
        }

        boolean contains(byte[] address) {
            if (address.length != start.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % Byte.SIZE);
                if (((address[bit / Byte.SIZE] ^ start[bit / Byte.SIZE]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }
}
