package dev.medley.mediasync.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.medley.mediasync.transfer.MediaLink;
import dev.medley.simulators.Faults.Fault;
import dev.medley.simulators.Media;
import dev.medley.simulators.MediaLibrary;
import dev.medley.simulators.WebDavSimulator;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebDavProviderTests {

    private static final Instant LATE = Instant.parse("2026-12-01T00:00:00Z");

    private final ProviderFixture fixture = new ProviderFixture();
    private final WebDavSimulator server = WebDavSimulator.start(MediaLibrary.of(25, 1000), 0, "secret");
    private final MediaProvider provider = fixture.webDav(server.address());
    private final Credential account = fixture.credential(server.account());

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void listsTheFilesOfTheFolderAPageAtATime() throws Exception {
        MediaPage first = provider.list(account, null, 10);
        MediaPage second = provider.list(account, first.next(), 10);
        MediaPage third = provider.list(fixture.credential(server.token()), second.next(), 10);

        assertThat(first.items()).hasSize(10).allSatisfy(item -> {
            assertThat(item.mediaId()).matches("[A-Za-z0-9_-]{43}");
            assertThat(item.bytes()).isEqualTo(1000);
        });
        assertThat(List.of(first.more(), second.more(), third.more())).containsExactly(true, true, false);
        assertThat(third.items())
                .hasSize(5)
                .last()
                .satisfies(item -> assertThat(item.filename()).isEqualTo("GH010025.MP4"));
    }

    @Test
    void aListingThatEndedEarlyGoesOnBehindItsLastFile() throws Exception {
        String end = provider.list(account, null, 24).resumeAt();
        server.library().put(Media.of("new", "Strand & Meer 100%.mp4", 10, LATE));

        List<MediaItem> items = provider.list(account, end, 100).items();

        assertThat(items)
                .extracting(MediaItem::filename)
                .containsExactlyInAnyOrder("GH010025.MP4", "Strand & Meer 100%.mp4");
    }

    @Test
    void aListingAfterOneThatCameToTheEndFindsFilesWithOlderTimes() throws Exception {
        String end = provider.list(account, null, 100).resumeAt();
        server.library().put(Media.of("old", "old.mp4", 10, Instant.parse("1999-12-31T00:00:00Z")));

        assertThat(provider.list(account, end, 100).items())
                .extracting(MediaItem::filename)
                .contains("old.mp4");
    }

    @Test
    void aFileThatIsReplacedIsAnother() throws Exception {
        String id = provider.list(account, null, 1).items().getFirst().mediaId();
        server.library().put(server.library().all().getFirst().changed());

        assertThat(provider.list(account, null, 1).items().getFirst().mediaId()).isNotEqualTo(id);
    }

    @Test
    void aLinkLeadsToTheFileWithItsCredentials() throws Exception {
        MediaLink link = provider.resolve(
                account, provider.list(account, null, 1).items().getFirst().locator());

        assertThat(link.address()).isEqualTo(server.address().resolve("GX010001.MP4"));
        assertThat(link.headers()).containsKey("Authorization");
    }

    @Test
    void wrongCredentialsAndOtherAnswersAreToldApart() {
        assertThatThrownBy(() -> provider.validate(new Credential.Basic("medley", "wrong")))
                .isInstanceOfSatisfying(
                        ProviderException.class,
                        failure -> assertThat(failure.failure()).isEqualTo(ProviderFailure.REFUSED));
        server.faults().always(Fault.CHANGE_SHAPE);
        assertThatThrownBy(() -> provider.validate(account))
                .isInstanceOfSatisfying(
                        ProviderException.class,
                        failure -> assertThat(failure.failure()).isEqualTo(ProviderFailure.UNEXPECTED_ANSWER));
    }

    @Test
    void leavesOutWhatLiesElsewhereAndReadsNoEntities() throws Exception {
        URI folder = URI.create("https://dav.example.com/media/");
        String answer = """
                <multistatus xmlns="DAV:">
                <response><href>https://evil.example.com/media/a.mp4</href></response>
                <response><href>/media/../secret/b.mp4</href></response>
                <response><href>/other/c.mp4</href></response>
                <response><href>http://dav.example.com/media/d.mp4</href></response>
                <response><href>/media/</href></response>
                <response><href>/media/..%2Fe.mp4</href></response>
                </multistatus>
                """;

        assertThat(MultiStatus.files(answer.getBytes(StandardCharsets.UTF_8), folder))
                .extracting(MediaItem::filename)
                .containsExactly("../e.mp4");
        String entity =
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><multistatus xmlns=\"DAV:\">&e;</multistatus>";
        assertThatThrownBy(() -> MultiStatus.files(entity.getBytes(StandardCharsets.UTF_8), folder))
                .isInstanceOf(ProviderException.class);
    }
}
