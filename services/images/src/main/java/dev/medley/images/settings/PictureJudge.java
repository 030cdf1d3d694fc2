package dev.medley.images.settings;

import dev.medley.images.engine.DecodeBudget;
import dev.medley.images.engine.ImageFormat;
import dev.medley.images.engine.PictureMark;
import dev.medley.images.engine.RejectedImageException;
import dev.medley.images.engine.Rejection;
import dev.medley.images.engine.Sha256;
import dev.medley.images.scan.ScanOutcome;
import dev.medley.images.scan.ScannerUnavailableException;
import dev.medley.images.scan.VirusScanner;
import dev.medley.images.settings.StoredSettings.StoredPicture;
import dev.medley.web.problem.ProblemCode;
import dev.medley.web.problem.ProblemError;
import dev.medley.web.problem.ProblemException;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Judges the pictures that users send for their watermarks. It may take seconds, so no transaction waits for it. */
@Component
class PictureJudge {

    private final DecodeBudget budget;
    private final VirusScanner scanner;

    PictureJudge(DecodeBudget budget, VirusScanner scanner) {
        this.budget = budget;
        this.scanner = scanner;
    }

    /**
     * What is to be stored of a picture.
     *
     * @throws ProblemException invalid request for a picture that is not accepted; service unavailable when it cannot be
     *     scanned
     */
    StoredPicture judge(byte[] file) {
        try {
            PictureMark decoded = decode(file);
            if (scanner.scan(file) == ScanOutcome.INFECTED) {
                throw refused(decoded + ": " + Rejection.INFECTED.detail());
            }
        } catch (RejectedImageException e) {
            throw refused("must be a PNG or JPEG of up to 4 megapixels: "
                    + e.rejection().detail());
        } catch (ScannerUnavailableException e) {
            throw ProblemException.of(ProblemCode.SERVICE_UNAVAILABLE, "Files cannot be scanned just now.")
                    .causedBy(e);
        }
        String contentType = Objects.requireNonNull(ImageFormat.of(file)).contentType();
        return new StoredPicture(Sha256.hexadecimal(file), contentType, file.length);
    }

    private PictureMark decode(byte[] file) throws RejectedImageException {
        PictureMark mark = new PictureMark(file);
        try (var _ = budget.take(mark.heapBytes(), mark.codecBytes())) {
            mark.decode();
            return mark;
        }
    }

    private static ProblemException refused(String detail) {
        return ProblemException.of(ProblemCode.INVALID_REQUEST, "The picture " + detail)
                .withErrors(List.of(new ProblemError("", detail)));
    }
}
