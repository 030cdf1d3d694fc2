package dev.medley.mediasync.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.medley.simulators.Faults.Fault;
import dev.medley.simulators.GoProSimulator;
import dev.medley.simulators.Media;
import dev.medley.simulators.MediaLibrary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.AbstractThrowableAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoProProviderTests {

    private final ProviderFixture fixture = new ProviderFixture();
    private final GoProSimulator cloud = GoProSimulator.start(MediaLibrary.of(250, 1000), 0, "secret");
    private final MediaProvider provider = fixture.goPro(cloud.address());
    private Credential credential;

    @BeforeEach
    void signIn() throws Exception {
        credential = provider.refresh((Credential.OAuth) fixture.credential(cloud.signIn()));
    }

    @AfterEach
    void stop() {
        cloud.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void listsAllFamiliesOldestFirstInBothShapes(boolean plain) throws Exception {
        cloud.plainShape(plain);

        List<MediaItem> items = listAll(null, 100);

        assertThat(items).extracting(MediaItem::mediaId).doesNotHaveDuplicates().hasSize(250);
        assertThat(items).isSortedAccordingTo((a, b) -> a.createdAt().compareTo(b.createdAt()));
        assertThat(items).extracting(item -> item.filename().substring(0, 2)).contains("GH", "GX", "GS", "GO", "GP");
        assertThat(items).allSatisfy(item -> assertThat(item.bytes()).isEqualTo(1000));
    }

    @Test
    void cookiesDoAsWellAsTokens() throws Exception {
        credential = fixture.credential(cloud.cookies());

        assertThat(listAll(null, 100)).hasSize(250);
        assertThat(provider.resolve(credential, "m000001").address()).hasPath("/content/m000001");
    }

    @Test
    void mapsWhatIsMissingOrOddWithoutStopping() throws Exception {
        Instant late = Instant.parse("2026-12-01T00:00:00Z");
        cloud.library().put(Media.of("text", "a.MP4", 5, late).announcing("12345"));
        cloud.library().put(Media.of("none", "b.MP4", 5, late.plusSeconds(1)).announcing(null));
        cloud.library().put(Media.of("word", "c.MP4", 5, late.plusSeconds(2)).announcing("large"));
        cloud.library().put(Media.of("minus", "", 5, late.plusSeconds(3)).announcing(-1));
        cloud.library().put(Media.of("later", "e.MP4", 5, late.plusSeconds(4)).ready(false));
        cloud.library().put(Media.of("", "no-id.MP4", 5, late.plusSeconds(5)));

        List<MediaItem> odd = listAll(null, 100).subList(250, 255);

        assertThat(odd).extracting(MediaItem::bytes).containsExactly(12345L, null, null, -1L, 5L);
        assertThat(odd.get(3).filename()).isEqualTo("minus.MP4");
        assertThat(odd).extracting(MediaItem::ready).containsExactly(true, true, true, true, false);
    }

    @Test
    void aLaterListingGoesOnWhereTheLastEndedWhateverCameAndWent() throws Exception {
        Set<String> seen = new HashSet<>();
        String position = null;
        for (int page = 0; page < 2; page++) {
            MediaPage listed = provider.list(credential, position, 50);
            listed.items().forEach(item -> seen.add(item.mediaId()));
            position = page == 0 ? listed.next() : listed.resumeAt();
        }
        assertThat(seen).hasSize(100);
        for (int number = 1; number <= 90; number++) {
            cloud.library().remove("m%06d".formatted(number));
        }
        for (int number = 251; number <= 340; number++) {
            cloud.library().put(MediaLibrary.recording(number, 1000));
        }

        listAll(position, 50).forEach(item -> seen.add(item.mediaId()));

        assertThat(seen).hasSize(340);
    }

    @Test
    void nothingIsMissedWhenMediaAreDeletedBetweenTwoPages() throws Exception {
        MediaPage first = provider.list(credential, null, 50);
        Set<String> seen = new HashSet<>();
        first.items().forEach(item -> seen.add(item.mediaId()));
        for (int number = 1; number <= 20; number++) {
            cloud.library().remove("m%06d".formatted(number));
        }

        listAll(first.next(), 50).forEach(item -> seen.add(item.mediaId()));

        assertThat(seen).hasSize(250);
    }

    @Test
    void aShorterPageThanBeforeLosesNothing() throws Exception {
        MediaPage first = provider.list(credential, null, 100);

        assertThat(listAll(first.next(), 30)).extracting(MediaItem::mediaId).contains("m000101", "m000250");
    }

    @Test
    void waitsWhenItIsAskedTo() throws Exception {
        cloud.faults().next(Fault.LIMIT, 1);
        cloud.faults().retryAfter(Duration.ofSeconds(7));

        assertThat(provider.list(credential, null, 100).items()).hasSize(100);
        assertThat(fixture.pauses).containsExactly(Duration.ofSeconds(7));
    }

    @Test
    void handsALongWaitToTheCaller() {
        cloud.faults().always(Fault.LIMIT);
        cloud.faults().retryAfter(Duration.ofMinutes(30));

        assertFailure(ProviderFailure.RATE_LIMITED)
                .satisfies(failure ->
                        assertThat(((ProviderException) failure).retryAfter()).contains(Duration.ofMinutes(30)));
    }

    @Test
    void tellsApartWhatAnswersMean() {
        cloud.faults().always(Fault.REFUSE);
        assertFailure(ProviderFailure.REFUSED);
        cloud.faults().clear();
        cloud.faults().always(Fault.FAIL);
        assertFailure(ProviderFailure.UNAVAILABLE);
        cloud.faults().clear();
        cloud.faults().always(Fault.CHANGE_SHAPE);
        assertFailure(ProviderFailure.UNEXPECTED_ANSWER);
        assertThatThrownBy(() -> provider.resolve(credential, "deleted"))
                .isInstanceOfSatisfying(
                        ProviderException.class,
                        failure -> assertThat(failure.failure()).isEqualTo(ProviderFailure.UNEXPECTED_ANSWER));
        cloud.faults().clear();
        assertThatThrownBy(() -> provider.resolve(credential, "deleted"))
                .isInstanceOfSatisfying(
                        ProviderException.class,
                        failure -> assertThat(failure.failure()).isEqualTo(ProviderFailure.GONE));
    }

    @Test
    void aRefreshTokenThatWasUsedIsTerminal() throws Exception {
        Credential.OAuth used = (Credential.OAuth) fixture.credential(cloud.signIn());
        Credential.OAuth renewed = provider.refresh(used);
        assertThat(renewed.obtainedAt()).isEqualTo(ProviderFixture.NOW);
        assertThat(renewed.refreshToken()).isNotEqualTo(used.refreshToken());

        assertThatThrownBy(() -> provider.refresh(used))
                .isInstanceOfSatisfying(
                        ProviderException.class,
                        failure -> assertThat(failure.failure()).isEqualTo(ProviderFailure.INVALID_GRANT));
    }

    @Test
    void noTextOfACredentialTellsASecret() {
        assertThat(fixture.credential(cloud.signIn()).toString()).doesNotContain("secret");
        assertThat(fixture.credential(cloud.cookies()).toString()).doesNotContain("secret");
        assertThat(new Credential.Basic("user", "secret").toString()).doesNotContain("secret", "user");
        assertThat(new Credential.Bearer("secret").toString()).doesNotContain("secret");
    }

    private AbstractThrowableAssert<?, ? extends Throwable> assertFailure(ProviderFailure expected) {
        return assertThatThrownBy(() -> provider.list(credential, null, 100))
                .isInstanceOfSatisfying(
                        ProviderException.class,
                        failure -> assertThat(failure.failure()).isEqualTo(expected));
    }

    private List<MediaItem> listAll(@Nullable String position, int size) throws Exception {
        List<MediaItem> items = new ArrayList<>();
        String from = position;
        MediaPage page;
        do {
            page = provider.list(credential, from, size);
            items.addAll(page.items());
            from = page.next();
        } while (page.more());
        return items;
    }
}
