package dev.medley.images.engine;

import static dev.medley.images.engine.HostileFile.accepted;
import static dev.medley.images.engine.HostileFile.rejected;
import static dev.medley.images.engine.ImageFormat.GIF;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** GIFs as attackers and broken lines make them. */
final class HostileGifs {

    private HostileGifs() {}

    static List<HostileFile> all() {
        byte[] picture = SamplePictures.gif(200, 100);
        return List.of(
                accepted("picture.gif", GIF, 200, 100, () -> picture),
                accepted("one-pixel.gif", GIF, 1, 1, () -> frames(1, 1, 1)),
                accepted("animated.gif", GIF, 40, 30, () -> frames(40, 30, 12)),
                accepted(
                        "huge-screen.gif",
                        GIF,
                        40,
                        30,
                        () -> new GifForge(65_535, 65_535)
                                .frame(0, 0, 40, 30, GifForge.RED, 10, GifForge.KEEP)
                                .file()),
                accepted(
                        "frame-outside.gif",
                        GIF,
                        40,
                        30,
                        () -> new GifForge(40, 30)
                                .frame(0, 0, 40, 30, GifForge.RED, 10, GifForge.KEEP)
                                .frame(60_000, 60_000, 40, 30, GifForge.BLUE, 10, GifForge.KEEP)
                                .file()),
                accepted(
                        "clear.gif",
                        GIF,
                        40,
                        30,
                        () -> new GifForge(40, 30)
                                .frame(0, 0, 40, 30, GifForge.CLEAR, 10, GifForge.KEEP)
                                .file()),
                rejected("2000-frames.gif", GIF, Rejection.TOO_MANY_FRAMES, () -> frames(1, 1, 2_000)),
                rejected("900-frames-of-a-megapixel.gif", GIF, Rejection.TOO_MANY_FRAMES, () -> {
                    GifForge forge = new GifForge(1_000, 1_000);
                    for (int frame = 0; frame < 900; frame++) {
                        forge.emptyFrame(1_000, 1_000, 7);
                    }
                    return forge.file();
                }),
                rejected(
                        "small-picture-before-a-65535x65535-frame.gif",
                        GIF,
                        Rejection.TOO_MANY_FRAMES,
                        () -> new GifForge(10, 10)
                                .frame(0, 0, 10, 10, GifForge.RED, 10, GifForge.KEEP)
                                .emptyFrame(65_535, 65_535, 7)
                                .file()),
                rejected("small-picture-before-20-frames-of-40-megapixels.gif", GIF, Rejection.TOO_MANY_FRAMES, () -> {
                    GifForge forge = new GifForge(10, 10).frame(0, 0, 10, 10, GifForge.RED, 10, GifForge.KEEP);
                    for (int frame = 0; frame < 20; frame++) {
                        forge.emptyFrame(8_000, 5_000, 7);
                    }
                    return forge.file();
                }),
                rejected(
                        "65535x65535-frame.gif",
                        GIF,
                        Rejection.TOO_MANY_PIXELS,
                        () -> new GifForge(10, 10).emptyFrame(65_535, 65_535, 7).file()),
                rejected(
                        "no-width.gif",
                        GIF,
                        Rejection.CORRUPT,
                        () -> new GifForge(10, 10).emptyFrame(0, 10, 7).file()),
                rejected(
                        "code-size-that-does-not-exist.gif",
                        GIF,
                        Rejection.CORRUPT,
                        () -> new GifForge(10, 10).emptyFrame(10, 10, 31).file()),
                rejected("no-frames.gif", GIF, Rejection.CORRUPT, () -> new GifForge(10, 10).file()),
                rejected("header-only.gif", GIF, Rejection.TRUNCATED, () -> Arrays.copyOf(picture, 13)),
                rejected("truncated.gif", GIF, Rejection.TRUNCATED, () -> Arrays.copyOf(picture, picture.length / 2)),
                rejected("without-end.gif", GIF, Rejection.TRUNCATED, () -> Arrays.copyOf(picture, picture.length - 1)),
                rejected(
                        "script-as.gif",
                        GIF,
                        Rejection.TRUNCATED,
                        () -> "GIF89a/*......*/=1;alert(1)".getBytes(StandardCharsets.US_ASCII)),
                rejected("png-as.gif", GIF, Rejection.TYPE_MISMATCH, () -> SamplePictures.halfTransparentPng(10, 10)));
    }

    private static byte[] frames(int width, int height, int number) {
        GifForge forge = new GifForge(width, height).looping();
        for (int frame = 0; frame < number; frame++) {
            forge.frame(0, 0, width, height, frame % 3, 5, GifForge.KEEP);
        }
        return forge.file();
    }
}
