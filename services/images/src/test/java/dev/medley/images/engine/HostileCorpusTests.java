package dev.medley.images.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.medley.images.engine.turbo.TurboImageEngine;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every file of the corpus gets its verdict, from both engines, within seconds and the service's heap. */
class HostileCorpusTests {

    private static final JvmImageEngine JVM = new JvmImageEngine();
    private static final Optional<ImageEngine> TURBO = TurboImageEngine.over(JVM);
    private static final Dimensions BOX = new Dimensions(400, 300);

    private final ImageInspector inspector = new ImageInspector(50_000_000, 224_000_000);

    static Stream<HostileFile> files() {
        return Stream.of(HostileJpegs.all(), HostilePngs.all(), HostileGifs.all())
                .flatMap(List::stream);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    @Timeout(value = 10, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void theEngineOfTheJvmJudges(HostileFile file) throws Exception {
        judge(JVM, file);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    @Timeout(value = 10, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void theFastEngineJudges(HostileFile file) throws Exception {
        assumeTrue(TURBO.isPresent(), "SKIPPED: this machine has no libjpeg-turbo (Debian: libturbojpeg0)");
        judge(TURBO.orElseThrow(), file);
    }

    @Test
    void theCorpusIsLarge() {
        assertThat(files().map(HostileFile::name).distinct().count()).isGreaterThanOrEqualTo(60);
    }

    private void judge(ImageEngine engine, HostileFile file) throws Exception {
        byte[] content = file.content().make();
        if (file.rejection() == null) {
            assertThat(inspector.inspect(content, file.announced()).upright()).isEqualTo(file.accepted());
            Rendition rendition = render(engine, file, content);
            assertThat(rendition.size())
                    .isEqualTo(inspector
                            .inspect(content, file.announced())
                            .upright()
                            .fitInside(BOX));
        } else {
            RejectedImageException verdict =
                    catchThrowableOfType(RejectedImageException.class, () -> render(engine, file, content));
            assertThat(verdict).isNotNull();
            assertThat(verdict.rejection()).isEqualTo(file.rejection());
        }
    }

    private Rendition render(ImageEngine engine, HostileFile file, byte[] content) throws Exception {
        Watermark watermark = Watermark.line("Medley", 0.5f);
        return engine.render(
                        content,
                        inspector.inspect(content, file.announced()),
                        List.of(RenditionSpec.inside("any", BOX, watermark)))
                .getFirst();
    }
}
