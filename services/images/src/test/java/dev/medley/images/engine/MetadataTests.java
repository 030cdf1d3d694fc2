package dev.medley.images.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.Directory;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.iptc.IptcDirectory;
import com.drew.metadata.jpeg.JpegCommentDirectory;
import com.drew.metadata.xmp.XmpDirectory;
import dev.medley.images.engine.turbo.TurboImageEngine;
import dev.medley.testing.Program;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing that a file says beside its picture reaches a rendition: places, names, comments. */
class MetadataTests {

    private static final String SECRET = "at home, 51.5007 N";
    private static final JvmImageEngine JVM = new JvmImageEngine(Animation.WEBP);

    private final ImageInspector inspector = new ImageInspector(50_000_000, 224_000_000);

    static Stream<Arguments> renderings() {
        return Stream.concat(Stream.of(JVM), TurboImageEngine.over(JVM).stream())
                .flatMap(engine -> engine.formats().stream()
                        .flatMap(output -> Stream.of(ImageFormat.values())
                                .map(source -> Arguments.of(engine.name(), source, output, engine))));
    }

    @ParameterizedTest(name = "{0}: {1} to {2}")
    @MethodSource("renderings")
    void nothingIsCarriedOver(String name, ImageFormat source, OutputFormat output, ImageEngine engine)
            throws Exception {
        byte[] file = loaded(source);
        assertThat(new String(file, StandardCharsets.ISO_8859_1)).contains(SECRET);

        byte[] content = render(engine, source, output);

        assertThat(new String(content, StandardCharsets.ISO_8859_1))
                .doesNotContain(SECRET, "Exif", "XMP", "tEXt", "iTXt");
        assertThat(ImageMetadataReader.readMetadata(new ByteArrayInputStream(content))
                        .getDirectories())
                .extracting(Directory::getClass)
                .allSatisfy(kind -> assertThat(ExifDirectoryBase.class.isAssignableFrom(kind))
                        .isFalse())
                .doesNotContain(
                        GpsDirectory.class, XmpDirectory.class, IptcDirectory.class, JpegCommentDirectory.class);
    }

    @Test
    void theSourcesSayWhatTheyAreMeantToSay() throws Exception {
        GpsDirectory place = ImageMetadataReader.readMetadata(new ByteArrayInputStream(loaded(ImageFormat.JPEG)))
                .getFirstDirectoryOfType(GpsDirectory.class);

        assertThat(place.getGeoLocation().getLatitude()).isEqualTo(51.5);
    }

    @Test
    void exiftoolFindsNoPlaceAndNoText(@TempDir Path folder) throws Exception {
        assumeTrue(
                Program.isThere("exiftool", "-ver"), "SKIPPED: exiftool is not there (Debian: libimage-exiftool-perl)");
        assertThat(run("exiftool", "-gps:all", store(folder, "loaded.jpg", loaded(ImageFormat.JPEG))))
                .contains("GPS Latitude");
        for (Path file : renditions(folder)) {
            assertThat(run("exiftool", "-gps:all", "-exif:all", "-xmp:all", "-iptc:all", "-comment", file.toString()))
                    .as(file.toString())
                    .isBlank();
        }
    }

    @Test
    void identifyAgreesOnFormatSizeAndInterlacing(@TempDir Path folder) throws Exception {
        assumeTrue(Program.isThere("identify", "-version"), "SKIPPED: identify is not there (Debian: imagemagick)");
        for (Path file : renditions(folder)) {
            if (file.toString().endsWith(".jpg")) {
                assertThat(run("identify", "-format", "%m %w %h %[interlace]", file.toString()))
                        .as(file.toString())
                        .isEqualTo("JPEG 60 40 JPEG");
            }
        }
    }

    private List<Path> renditions(Path folder) throws Exception {
        List<Path> files = new ArrayList<>();
        for (ImageEngine engine : Stream.concat(Stream.of(JVM), TurboImageEngine.over(JVM).stream())
                .toList()) {
            for (OutputFormat output : engine.formats()) {
                for (ImageFormat source : ImageFormat.values()) {
                    String name = "%s-%s.%s".formatted(engine.name(), source, output.extension());
                    files.add(Path.of(store(folder, name, render(engine, source, output))));
                }
            }
        }
        return files;
    }

    private byte[] render(ImageEngine engine, ImageFormat source, OutputFormat output) throws Exception {
        byte[] file = loaded(source);
        RenditionSpec spec = new RenditionSpec("a", new Dimensions(60, 60), Fit.FIT, Position.CENTER, output, 85, null);
        return engine.render(file, inspector.inspect(file, source), List.of(spec))
                .getFirst()
                .content();
    }

    private static byte[] loaded(ImageFormat format) {
        return switch (format) {
            case JPEG -> {
                byte[] file = JpegForge.withSegment(SamplePictures.photo(120, 80), JpegForge.COMMENT, text(SECRET));
                file = JpegForge.withSegment(file, JpegForge.APP13, text("Photoshop 3.0\0" + SECRET));
                file = JpegForge.withSegment(
                        file,
                        JpegForge.APP1,
                        text("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>" + SECRET + "</x:xmpmeta>"));
                yield JpegForge.withSegment(file, JpegForge.APP1, exif());
            }
            case PNG -> {
                byte[] file = SamplePictures.halfTransparentPng(120, 80);
                file = PngForge.with(file, PngForge.chunk("tEXt", text("Comment\0" + SECRET)));
                file = PngForge.with(file, PngForge.chunk("iTXt", text("XML:com.adobe.xmp\0\0\0\0\0" + SECRET)));
                file = PngForge.with(
                        file,
                        PngForge.chunk("zTXt", PngForge.concat(text("Author\0\0"), PngForge.deflated(text(SECRET)))));
                yield PngForge.with(file, PngForge.chunk("eXIf", text("MM\0*" + SECRET)));
            }
            case GIF ->
                new GifForge(120, 80)
                        .comment(SECRET)
                        .frame(0, 0, 120, 80, GifForge.RED, 10, GifForge.KEEP)
                        .frame(0, 0, 120, 80, GifForge.BLUE, 10, GifForge.KEEP)
                        .file();
        };
    }

    /** A directory that points to one with a latitude of 51 degrees and 30 minutes. */
    private static byte[] exif() {
        ByteBuffer exif = ByteBuffer.allocate(160)
                .put(text("Exif\0\0MM"))
                .putShort((short) 42)
                .putInt(8);
        exif.putShort((short) 2);
        entry(exif, 0x010E, 2, SECRET.length() + 1).putInt(100);
        entry(exif, 0x8825, 4, 1).putInt(38).putInt(0);
        exif.putShort((short) 4);
        entry(exif, 1, 2, 2).put(text("N\0\0\0"));
        entry(exif, 2, 5, 3).putInt(120);
        entry(exif, 3, 2, 2).put(text("W\0\0\0"));
        entry(exif, 4, 5, 3).putInt(120).putInt(0);
        exif.position(6 + 100).put(text(SECRET));
        exif.position(6 + 120);
        for (int number : new int[] {51, 1, 30, 1, 0, 1}) {
            exif.putInt(number);
        }
        return exif.array();
    }

    private static ByteBuffer entry(ByteBuffer exif, int tag, int type, int count) {
        return exif.putShort((short) tag).putShort((short) type).putInt(count);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String store(Path folder, String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content).toString();
    }

    private static String run(String... command) throws IOException {
        // Warnings about the machine's languages are no finding.
        ProcessBuilder program = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        program.environment().put("LC_ALL", "C");
        Process process = program.start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
