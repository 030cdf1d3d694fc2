package dev.medley.images.engine;

import static dev.medley.images.engine.HostileFile.accepted;
import static dev.medley.images.engine.HostileFile.rejected;
import static dev.medley.images.engine.ImageFormat.JPEG;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** JPEGs as attackers, old cameras and broken lines make them. */
final class HostileJpegs {

    private static final byte[] PHOTO = SamplePictures.photo(640, 480);

    private HostileJpegs() {}

    static List<HostileFile> all() {
        List<HostileFile> files = new ArrayList<>();
        files.addAll(ordinary());
        files.addAll(truncated());
        files.addAll(damaged());
        files.addAll(exotic());
        files.addAll(dear());
        files.addAll(laden());
        return files;
    }

    private static List<HostileFile> ordinary() {
        List<HostileFile> files = new ArrayList<>(List.of(
                accepted("photo.jpg", JPEG, 640, 480, () -> PHOTO),
                accepted("one-pixel.jpg", JPEG, 1, 1, () -> SamplePictures.plain(1, 1, 0xFF8800)),
                accepted("30000x1.jpg", JPEG, 30_000, 1, () -> SamplePictures.plain(30_000, 1, 0xFF8800)),
                accepted("1x30000.jpg", JPEG, 1, 30_000, () -> SamplePictures.plain(1, 30_000, 0xFF8800)),
                accepted("gray.jpg", JPEG, 300, 200, () -> SamplePictures.grayJpeg(300, 200)),
                accepted("progressive.jpg", JPEG, 640, 480, () -> JpegForge.progressive(640, 480))));
        for (int orientation = 1; orientation <= 8; orientation++) {
            int turn = orientation;
            files.add(accepted(
                    "orientation-" + turn + ".jpg", JPEG, 320, 200, () -> SamplePictures.turnedJpeg(turn, 320, 200)));
        }
        return files;
    }

    private static List<HostileFile> truncated() {
        List<HostileFile> files = new ArrayList<>();
        for (int percent : new int[] {20, 50, 75, 95}) {
            files.add(rejected(
                    "truncated-at-%d-percent.jpg".formatted(percent),
                    JPEG,
                    Rejection.TRUNCATED,
                    () -> Arrays.copyOf(PHOTO, PHOTO.length * percent / 100)));
        }
        files.add(rejected("without-end.jpg", JPEG, Rejection.TRUNCATED, () -> Arrays.copyOf(PHOTO, PHOTO.length - 2)));
        files.add(rejected("start-only.jpg", JPEG, Rejection.CORRUPT, () -> Arrays.copyOf(PHOTO, 4)));
        files.add(rejected("truncated-in-tables.jpg", JPEG, Rejection.CORRUPT, () -> Arrays.copyOf(PHOTO, 120)));
        files.add(rejected("truncated-progressive.jpg", JPEG, Rejection.TRUNCATED, () -> {
            byte[] file = JpegForge.progressive(640, 480);
            return Arrays.copyOf(file, file.length / 2);
        }));
        files.add(rejected(
                "taller-than-its-data.jpg", JPEG, Rejection.TRUNCATED, () -> JpegForge.withSize(PHOTO, 640, 4_800)));
        return files;
    }

    private static List<HostileFile> damaged() {
        return List.of(
                rejected("noise-behind-start.jpg", JPEG, Rejection.CORRUPT, () -> {
                    byte[] noise = new byte[10_000];
                    new Random(1).nextBytes(noise);
                    System.arraycopy(PHOTO, 0, noise, 0, 4);
                    return noise;
                }),
                // Almost every noise is a code of something; what tells is that it uses the data up too early.
                rejected("noise-in-scan.jpg", JPEG, Rejection.TRUNCATED, () -> JpegForge.withNoise(PHOTO)),
                rejected(
                        "bad-huffman-counts.jpg",
                        JPEG,
                        Rejection.CORRUPT,
                        () -> JpegForge.withSpoiled(PHOTO, 0xC4, 1, 16, 0xFF)),
                rejected("no-quantisation.jpg", JPEG, Rejection.CORRUPT, () -> JpegForge.without(PHOTO, 0xDB)),
                rejected("segment-beyond-end.jpg", JPEG, Rejection.CORRUPT, () ->
                        new byte[] {-1, (byte) 0xD8, -1, (byte) 0xE1, 0x7F, -1, 0, 0}),
                rejected("segment-of-length-0.jpg", JPEG, Rejection.CORRUPT, () -> {
                    byte[] file = JpegForge.withSegment(PHOTO, JpegForge.COMMENT, new byte[4]);
                    file[5] = 0;
                    return file;
                }),
                rejected("no-width.jpg", JPEG, Rejection.CORRUPT, () -> JpegForge.withSize(PHOTO, 0, 480)),
                rejected("no-height.jpg", JPEG, Rejection.CORRUPT, () -> JpegForge.withSize(PHOTO, 640, 0)),
                rejected("html-as.jpg", JPEG, Rejection.NOT_AN_IMAGE, () -> text("<html><script>alert(1)</script>")),
                rejected(
                        "svg-as.jpg",
                        JPEG,
                        Rejection.NOT_AN_IMAGE,
                        () -> text("<svg xmlns='http://www.w3.org/2000/svg'/>")),
                rejected(
                        "pdf-before.jpg",
                        JPEG,
                        Rejection.NOT_AN_IMAGE,
                        () -> PngForge.concat(text("%PDF-1.7\n"), PHOTO)),
                rejected("zeros.jpg", JPEG, Rejection.NOT_AN_IMAGE, () -> new byte[1_000]),
                rejected("empty.jpg", JPEG, Rejection.EMPTY_FILE, () -> new byte[0]),
                rejected("gif-as.jpg", JPEG, Rejection.TYPE_MISMATCH, () -> SamplePictures.gif(64, 48)));
    }

    private static List<HostileFile> exotic() {
        return List.of(
                rejected("lossless.jpg", JPEG, Rejection.UNSUPPORTED, () -> JpegForge.withFrameByte(PHOTO, 1, 0xC3)),
                rejected("arithmetic.jpg", JPEG, Rejection.UNSUPPORTED, () -> JpegForge.withFrameByte(PHOTO, 1, 0xC9)),
                rejected("12-bit.jpg", JPEG, Rejection.UNSUPPORTED, () -> JpegForge.withFrameByte(PHOTO, 4, 12)),
                rejected("two-components.jpg", JPEG, Rejection.UNSUPPORTED, () -> JpegForge.withFrameByte(PHOTO, 9, 2)),
                accepted("cmyk.jpg", JPEG, 64, 48, () -> JpegForge.inks(64, 48, -1, 255, 0, 0, 0)),
                accepted("adobe-cmyk.jpg", JPEG, 64, 48, () -> JpegForge.inks(64, 48, 0, 0, 255, 255, 255)),
                accepted("adobe-ycck.jpg", JPEG, 64, 48, () -> JpegForge.inks(64, 48, 2, 128, 128, 128, 255)),
                accepted("display-p3.jpg", JPEG, 640, 480, () -> JpegForge.withProfile(PHOTO, IccForge.displayP3())),
                accepted("broken-profile.jpg", JPEG, 640, 480, () -> JpegForge.withProfile(PHOTO, new byte[500])),
                accepted(
                        "profile-for-inks.jpg",
                        JPEG,
                        640,
                        480,
                        () -> JpegForge.withProfile(PHOTO, IccForge.strangeInks())),
                accepted("giant-profile.jpg", JPEG, 640, 480, () -> {
                    byte[] profile = Arrays.copyOf(IccForge.displayP3(), 3_000_000);
                    ByteBuffer.wrap(profile).putInt(0, profile.length);
                    return JpegForge.withProfile(PHOTO, profile);
                }));
    }

    private static List<HostileFile> dear() {
        return List.of(
                rejected(
                        "60000x60000-in-header.jpg",
                        JPEG,
                        Rejection.TOO_MANY_PIXELS,
                        () -> JpegForge.withSize(PHOTO, 60_000, 60_000)),
                rejected(
                        "200-scans.jpg",
                        JPEG,
                        Rejection.TOO_COMPLEX,
                        () -> JpegForge.withRepeatedScan(JpegForge.progressive(64, 48), 200)),
                rejected(
                        "50-scans-of-48-megapixels.jpg",
                        JPEG,
                        Rejection.TOO_COMPLEX,
                        () -> JpegForge.withSize(
                                JpegForge.withRepeatedScan(JpegForge.progressive(64, 48), 50), 8_000, 6_000)),
                rejected("100-empty-scans-of-49-megapixels-in-baseline.jpg", JPEG, Rejection.TOO_COMPLEX, () -> {
                    byte[] scan = JpegForge.scan(new byte[0], 1, 2);
                    byte[] small = JpegForge.withScans(SamplePictures.plain(16, 16, 0), Collections.nCopies(100, scan));
                    return JpegForge.withSize(small, 7_000, 7_000);
                }),
                accepted("a-scan-for-each-component.jpg", JPEG, 64, 48, () -> JpegForge.gray(64, 48)),
                accepted(
                        "50-scans-of-few-pixels.jpg",
                        JPEG,
                        64,
                        48,
                        () -> JpegForge.withRepeatedScan(JpegForge.progressive(64, 48), 50)));
    }

    private static List<HostileFile> laden() {
        return List.of(
                accepted("film-behind.jpg", JPEG, 640, 480, () -> {
                    byte[] film = new byte[6_000_000];
                    new Random(3).nextBytes(film);
                    return PngForge.concat(PHOTO, film);
                }),
                accepted("zip-behind.jpg", JPEG, 640, 480, () -> PngForge.concat(PHOTO, text("PK\3\4 and so on"))),
                accepted(
                        "script-in-comment.jpg",
                        JPEG,
                        640,
                        480,
                        () -> JpegForge.withSegment(PHOTO, JpegForge.COMMENT, text("*/alert(1)/*"))),
                accepted(
                        "php-in-comment.jpg",
                        JPEG,
                        640,
                        480,
                        () -> JpegForge.withSegment(PHOTO, JpegForge.COMMENT, text("<?php system($_GET['c']); ?>"))),
                accepted(
                        "endless-exif.jpg",
                        JPEG,
                        640,
                        480,
                        () -> JpegForge.withSegment(PHOTO, JpegForge.APP1, endlessExif())),
                accepted(
                        "preview-inside.jpg",
                        JPEG,
                        640,
                        480,
                        () -> JpegForge.withSegment(PHOTO, JpegForge.APP1, SamplePictures.photo(80, 60))),
                accepted("many-comments.jpg", JPEG, 640, 480, () -> {
                    byte[] file = PHOTO;
                    for (int index = 0; index < 100; index++) {
                        file = JpegForge.withSegment(file, JpegForge.COMMENT, new byte[10_000]);
                    }
                    return file;
                }));
    }

    /** A directory whose next directory is itself. */
    private static byte[] endlessExif() {
        return ByteBuffer.allocate(32)
                .put(text("Exif\0\0MM"))
                .putShort((short) 42)
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x8769)
                .putShort((short) 4)
                .putInt(1)
                .putInt(8)
                .putInt(8)
                .array();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
