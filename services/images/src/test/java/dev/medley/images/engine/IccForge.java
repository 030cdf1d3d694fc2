package dev.medley.images.engine;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes ICC profiles (ICC.1:2022, in version 2 as phones and editors write them). */
final class IccForge {

    private static final int HEADER = 128;
    private static final int ENTRY = 12;

    private IccForge() {}

    /** Display P3: the primaries of DCI-P3 adapted to D50, with a gamma of 2.2. */
    static byte[] displayP3() {
        Map<String, byte[]> tags = new LinkedHashMap<>();
        tags.put("rXYZ", xyz(0.51512, 0.24120, -0.00105));
        tags.put("gXYZ", xyz(0.29198, 0.69225, 0.04189));
        tags.put("bXYZ", xyz(0.15710, 0.06657, 0.78407));
        tags.put("wtpt", xyz(0.9642, 1, 0.8249));
        byte[] gamma = ByteBuffer.allocate(14)
                .put("curv".getBytes(StandardCharsets.US_ASCII))
                .putInt(0)
                .putInt(1)
                .putShort((short) Math.round(2.2 * 256))
                .array();
        tags.put("rTRC", gamma);
        tags.put("gTRC", gamma);
        tags.put("bTRC", gamma);
        return profile("mntr", "RGB ", "XYZ ", tags);
    }

    /** Inks of another world: the first is red, the others are colourless, black is black. */
    static byte[] strangeInks() {
        ByteArrayOutputStream lut = new ByteArrayOutputStream();
        lut.writeBytes("mft1\0\0\0\0".getBytes(StandardCharsets.US_ASCII));
        lut.writeBytes(new byte[] {4, 3, 2, 0});
        ByteBuffer identity = ByteBuffer.allocate(36);
        for (int index = 0; index < 9; index++) {
            identity.putInt(index % 4 == 0 ? 0x10000 : 0);
        }
        lut.writeBytes(identity.array());
        ramps(lut, 4);
        for (int corner = 0; corner < 16; corner++) {
            boolean first = (corner & 8) != 0;
            boolean black = (corner & 1) != 0;
            // Lab, in 8 bits: the red of sRGB is 54, 81, 70.
            lut.writeBytes(
                    black
                            ? new byte[] {0, (byte) 128, (byte) 128}
                            : first
                                    ? new byte[] {(byte) 138, (byte) (128 + 81), (byte) (128 + 70)}
                                    : new byte[] {(byte) 255, (byte) 128, (byte) 128});
        }
        ramps(lut, 3);
        return profile("prtr", "CMYK", "Lab ", Map.of("A2B0", lut.toByteArray()));
    }

    /** sRGB as Java has it. */
    static byte[] standard() {
        return ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    }

    private static void ramps(ByteArrayOutputStream out, int number) {
        for (int index = 0; index < number * 256; index++) {
            out.write(index);
        }
    }

    private static byte[] xyz(double x, double y, double z) {
        return ByteBuffer.allocate(20)
                .put("XYZ ".getBytes(StandardCharsets.US_ASCII))
                .putInt(0)
                .putInt((int) Math.round(x * 65_536))
                .putInt((int) Math.round(y * 65_536))
                .putInt((int) Math.round(z * 65_536))
                .array();
    }

    private static byte[] profile(String kind, String colours, String connection, Map<String, byte[]> tags) {
        int length = HEADER + 4 + ENTRY * tags.size();
        int end = length
                + tags.values().stream()
                        .mapToInt(tag -> (tag.length + 3) / 4 * 4)
                        .sum();
        ByteBuffer profile = ByteBuffer.allocate(end);
        profile.putInt(end).position(8);
        profile.putInt(0x02400000);
        profile.put((kind + colours + connection).getBytes(StandardCharsets.US_ASCII));
        profile.position(36);
        profile.put("acsp".getBytes(StandardCharsets.US_ASCII));
        profile.position(68);
        profile.putInt(0xF6D6).putInt(0x10000).putInt(0xD32D);
        profile.position(HEADER);
        profile.putInt(tags.size());
        int place = length;
        for (Map.Entry<String, byte[]> tag : tags.entrySet()) {
            profile.put(tag.getKey().getBytes(StandardCharsets.US_ASCII));
            profile.putInt(place).putInt(tag.getValue().length);
            place += (tag.getValue().length + 3) / 4 * 4;
        }
        place = length;
        for (byte[] tag : tags.values()) {
            profile.put(place, tag);
            place += (tag.length + 3) / 4 * 4;
        }
        return profile.array();
    }
}
