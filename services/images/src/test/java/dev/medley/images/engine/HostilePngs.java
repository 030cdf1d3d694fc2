package dev.medley.images.engine;

import static dev.medley.images.engine.HostileFile.accepted;
import static dev.medley.images.engine.HostileFile.rejected;
import static dev.medley.images.engine.ImageFormat.PNG;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** PNGs of every kind, and as attackers and broken lines make them. */
final class HostilePngs {

    private static final byte[] PICTURE = SamplePictures.halfTransparentPng(200, 100);
    private static final byte[] PALETTE = PngForge.chunk("PLTE", new byte[] {-1, 0, 0, 0, -1, 0});

    private HostilePngs() {}

    static List<HostileFile> all() {
        List<HostileFile> files = new ArrayList<>();
        files.addAll(kinds());
        files.addAll(damaged());
        files.addAll(bombs());
        return files;
    }

    private static List<HostileFile> kinds() {
        byte[] deep = {(byte) 0x80, 1};
        return List.of(
                accepted("alpha.png", PNG, 200, 100, () -> PICTURE),
                accepted("one-pixel.png", PNG, 1, 1, () -> PngForge.plain(1, 1, 8, PngForge.RGB, new byte[3])),
                accepted("30000x1.png", PNG, 30_000, 1, () -> PngForge.plain(30_000, 1, 8, PngForge.RGB, new byte[3])),
                accepted("1x30000.png", PNG, 1, 30_000, () -> PngForge.plain(1, 30_000, 8, PngForge.RGB, new byte[3])),
                accepted("gray-1.png", PNG, 60, 40, () -> PngForge.plain(60, 40, 1, PngForge.GRAY, new byte[] {-1})),
                accepted("gray-2.png", PNG, 60, 40, () -> PngForge.plain(60, 40, 2, PngForge.GRAY, new byte[] {-1})),
                accepted("gray-4.png", PNG, 60, 40, () -> PngForge.plain(60, 40, 4, PngForge.GRAY, new byte[] {-1})),
                accepted("gray-16.png", PNG, 60, 40, () -> PngForge.plain(60, 40, 16, PngForge.GRAY, deep)),
                accepted("rgb-16.png", PNG, 60, 40, () -> PngForge.plain(60, 40, 16, PngForge.RGB, deep)),
                accepted("rgba-16.png", PNG, 60, 40, () -> PngForge.plain(60, 40, 16, PngForge.RGBA, deep)),
                accepted(
                        "gray-alpha.png",
                        PNG,
                        60,
                        40,
                        () -> PngForge.plain(60, 40, 8, PngForge.GRAY_ALPHA, new byte[] {100, 50})),
                accepted(
                        "palette.png",
                        PNG,
                        60,
                        40,
                        () -> PngForge.plain(60, 40, 8, PngForge.PALETTE, new byte[] {1}, PALETTE)),
                accepted(
                        "palette-with-alpha.png",
                        PNG,
                        60,
                        40,
                        () -> PngForge.plain(
                                60,
                                40,
                                8,
                                PngForge.PALETTE,
                                new byte[1],
                                PALETTE,
                                PngForge.chunk("tRNS", new byte[1]))),
                accepted(
                        "gray-with-clear-colour.png",
                        PNG,
                        60,
                        40,
                        () -> PngForge.plain(
                                60, 40, 8, PngForge.GRAY, new byte[1], PngForge.chunk("tRNS", new byte[2]))),
                accepted(
                        "rgb-with-clear-colour.png",
                        PNG,
                        60,
                        40,
                        () -> PngForge.plain(
                                60, 40, 8, PngForge.RGB, new byte[3], PngForge.chunk("tRNS", new byte[6]))),
                accepted("interlaced.png", PNG, 200, 100, () -> PngForge.interlaced(PICTURE)),
                accepted(
                        "display-p3.png",
                        PNG,
                        200,
                        100,
                        () -> PngForge.with(PICTURE, PngForge.profile(IccForge.displayP3()))),
                accepted(
                        "animated.png",
                        PNG,
                        200,
                        100,
                        () -> PngForge.with(PICTURE, PngForge.chunk("acTL", new byte[] {0, 0, 0, 9, 0, 0, 0, 0}))));
    }

    private static List<HostileFile> damaged() {
        List<HostileFile> files = new ArrayList<>(List.of(
                rejected(
                        "bad-checksum-of-pixels.png",
                        PNG,
                        Rejection.CORRUPT,
                        () -> PngForge.withDamaged(PICTURE, "IDAT")),
                rejected(
                        "bad-checksum-of-header.png",
                        PNG,
                        Rejection.CORRUPT,
                        () -> PngForge.withDamaged(PICTURE, "IHDR")),
                accepted(
                        "bad-checksum-of-text.png",
                        PNG,
                        200,
                        100,
                        () -> PngForge.withDamaged(
                                PngForge.with(PICTURE, PngForge.chunk("tEXt", new byte[30])), "tEXt")),
                rejected("no-pixels.png", PNG, Rejection.CORRUPT, () -> PngForge.without(PICTURE, "IDAT")),
                rejected("no-header.png", PNG, Rejection.CORRUPT, () -> PngForge.without(PICTURE, "IHDR")),
                rejected("no-end.png", PNG, Rejection.TRUNCATED, () -> PngForge.without(PICTURE, "IEND")),
                rejected(
                        "no-palette.png",
                        PNG,
                        Rejection.CORRUPT,
                        () -> PngForge.plain(60, 40, 8, PngForge.PALETTE, new byte[1])),
                rejected(
                        "pixels-not-deflated.png",
                        PNG,
                        Rejection.CORRUPT,
                        () -> PngForge.of(60, 40, 8, PngForge.RGB, new byte[5_000])),
                rejected(
                        "fewer-pixels-than-promised.png",
                        PNG,
                        Rejection.CORRUPT,
                        () -> PngForge.of(60, 40, 8, PngForge.RGB, PngForge.deflated(new byte[1_000]))),
                rejected(
                        "no-width.png",
                        PNG,
                        Rejection.CORRUPT,
                        () -> PngForge.of(0, 40, 8, PngForge.RGB, new byte[10])),
                rejected(
                        "negative-width.png",
                        PNG,
                        Rejection.CORRUPT,
                        () -> PngForge.of(-1, 40, 8, PngForge.RGB, new byte[10])),
                rejected(
                        "bits-that-do-not-exist.png",
                        PNG,
                        Rejection.CORRUPT,
                        () -> PngForge.of(60, 40, 7, PngForge.RGB, new byte[10])),
                rejected(
                        "chunk-beyond-end.png",
                        PNG,
                        Rejection.TRUNCATED,
                        () -> PngForge.withLength(PICTURE, "IDAT", 1 << 30)),
                rejected(
                        "chunk-of-negative-length.png",
                        PNG,
                        Rejection.CORRUPT,
                        () -> PngForge.withLength(PICTURE, "IDAT", -5)),
                rejected("signature-only.png", PNG, Rejection.TRUNCATED, () -> Arrays.copyOf(PICTURE, 8)),
                rejected("jpeg-as.png", PNG, Rejection.TYPE_MISMATCH, () -> SamplePictures.photo(64, 48)),
                accepted(
                        "zip-behind.png",
                        PNG,
                        200,
                        100,
                        () -> PngForge.concat(PICTURE, "PK\3\4".getBytes(StandardCharsets.ISO_8859_1)))));
        for (int percent : new int[] {10, 50, 90}) {
            files.add(rejected(
                    "truncated-at-%d-percent.png".formatted(percent),
                    PNG,
                    Rejection.TRUNCATED,
                    () -> Arrays.copyOf(PICTURE, PICTURE.length * percent / 100)));
        }
        return files;
    }

    private static byte[] blank(int type, int samples, byte[]... before) {
        return PngForge.plain(7_000, 7_000, 8, type, new byte[samples], before);
    }

    private static List<HostileFile> bombs() {
        return List.of(
                rejected(
                        "20000x20000.png",
                        PNG,
                        Rejection.TOO_MANY_PIXELS,
                        () -> SamplePictures.blankPng(20_000, 20_000)),
                // What a few hundred kilobytes can ask for: as much as the service decodes, and that just once.
                accepted("7000x7000-rgb.png", PNG, 7_000, 7_000, () -> blank(PngForge.RGB, 3)),
                accepted("7000x7000-rgba.png", PNG, 7_000, 7_000, () -> blank(PngForge.RGBA, 4)),
                accepted("7000x7000-gray-alpha.png", PNG, 7_000, 7_000, () -> blank(PngForge.GRAY_ALPHA, 2)),
                accepted("7000x7000-palette.png", PNG, 7_000, 7_000, () -> blank(PngForge.PALETTE, 1, PALETTE)),
                rejected(
                        "7000x7000-palette-with-alpha.png",
                        PNG,
                        Rejection.TOO_MANY_PIXELS,
                        () -> blank(PngForge.PALETTE, 1, PALETTE, PngForge.chunk("tRNS", new byte[1]))),
                rejected(
                        "6000x6000-of-16-bits.png",
                        PNG,
                        Rejection.TOO_MANY_PIXELS,
                        () -> SamplePictures.blankPng(6_000, 6_000, 16)),
                rejected(
                        "2-billion-pixels-wide.png",
                        PNG,
                        Rejection.TOO_MANY_PIXELS,
                        () -> PngForge.of(Integer.MAX_VALUE, 1, 1, PngForge.GRAY, new byte[10])),
                accepted(
                        "text-that-inflates.png",
                        PNG,
                        200,
                        100,
                        () -> SamplePictures.withTextBomb(PICTURE, 200_000_000)),
                accepted(
                        "huge-text.png",
                        PNG,
                        200,
                        100,
                        () -> PngForge.with(PICTURE, PngForge.chunk("iTXt", new byte[9_000_000]))),
                accepted(
                        "profile-that-inflates.png",
                        PNG,
                        200,
                        100,
                        () -> PngForge.with(PICTURE, PngForge.profile(new byte[100_000_000]))),
                accepted("thousands-of-chunks.png", PNG, 200, 100, () -> {
                    byte[] chunk = PngForge.chunk("tEXt", new byte[20]);
                    ByteBuffer many = ByteBuffer.allocate(20_000 * chunk.length);
                    while (many.hasRemaining()) {
                        many.put(chunk);
                    }
                    return PngForge.with(PICTURE, many.array());
                }));
    }
}
