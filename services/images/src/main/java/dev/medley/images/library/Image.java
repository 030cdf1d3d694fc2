package dev.medley.images.library;

import dev.medley.images.engine.Dimensions;
import dev.medley.images.engine.ImageFormat;
import dev.medley.images.engine.Rejection;
import dev.medley.images.scan.ScanReport;
import dev.medley.images.settings.RenderSettings;
import dev.medley.storage.ObjectReference;
import dev.medley.storage.StoredObject;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An announced upload and what became of it. */
@Entity
public class Image {

    /** What may do harm, or what a link without a length let in at any size. */
    private static final Set<String> NOT_KEPT = Set.of(Rejection.INFECTED.code(), Rejection.TOO_LARGE.code());

    static final String PROCESSING_FAILED = "processing-failed";
    static final String FAILURE_DETAIL = "The image could not be processed. It was kept and can be processed again.";

    @Id
    private UUID id;

    private String ownerId;
    private String fileName;

    @Enumerated(EnumType.STRING)
    private ImageFormat format;

    private @Nullable Long announcedBytes;
    private @Nullable String announcedSha256;
    private String uploadKey;

    @Enumerated(EnumType.STRING)
    private ImageStatus status;

    private @Nullable String reason;
    private @Nullable String detail;
    private @Nullable Integer width;
    private @Nullable Integer height;
    private @Nullable Long bytes;
    private int attempts;
    private @Nullable Instant leaseUntil;
    private @Nullable String objectEtag;
    private @Nullable String sequencer;
    private Instant expiresAt;

    @Convert(converter = RenderSettingsConverter.class)
    private @Nullable RenderSettings renderSettings;

    @Embedded
    private @Nullable Steps steps;

    private Instant createdAt;
    private Instant updatedAt;

    /** Null until stored, by which Spring Data tells a new image. */
    @Version
    private @Nullable Long version;

    @ElementCollection
    @CollectionTable(name = "rendition", joinColumns = @JoinColumn(name = "image_id"))
    @OrderColumn(name = "position")
    private List<StoredRendition> renditions = new ArrayList<>();

    /** Written by others, with SQL. */
    @ElementCollection
    @CollectionTable(name = "rendition_order", joinColumns = @JoinColumn(name = "image_id"))
    @OrderBy("name")
    private List<OrderedRendition> ordered = new ArrayList<>();

    /** For JPA. */
    @SuppressWarnings("NullAway.Init") // JPA sets the fields right after construction
    protected Image() {}

    /**
     * Announces an upload.
     *
     * @param ownerId the user, Cognito {@code sub}
     * @param fileName the user's name for it
     * @param format the type that the file will have
     * @param bytes the length that the file will have, if known
     * @param sha256 Base64 of the hash that the file will have, if known
     * @param renderSettings how it will be rendered
     * @param expiresAt when the file is not waited for any longer
     */
    public Image(
            String ownerId,
            String fileName,
            ImageFormat format,
            @Nullable Long bytes,
            @Nullable String sha256,
            RenderSettings renderSettings,
            Instant expiresAt,
            Instant now) {
        this.id = UUID.randomUUID();
        this.ownerId = ownerId;
        this.fileName = fileName;
        this.format = format;
        this.announcedBytes = bytes;
        this.announcedSha256 = sha256;
        this.uploadKey = ImageKeys.upload(ownerId, id, format.extension());
        this.status = ImageStatus.UPLOADING;
        this.renderSettings = renderSettings;
        this.expiresAt = expiresAt;
        this.createdAt = now;
        this.updatedAt = now;
    }

    /** How much longer a worker holds the image; zero when nobody does. */
    public Duration leaseLeft(Instant now) {
        return leaseUntil == null || now.isAfter(leaseUntil) ? Duration.ZERO : Duration.between(now, leaseUntil);
    }

    /** A worker takes the image, for the first time or over from one that went silent. */
    public void startValidating(UploadedObject object, Instant now, Duration lease) {
        sequencer = object.sequencer();
        steps = Steps.startedAt(now);
        attempts = status == ImageStatus.FAILED ? 1 : attempts + 1;
        become(ImageStatus.VALIDATING, now);
        leaseUntil = now.plus(lease);
        reason = null;
        detail = null;
    }

    /** The file is good so far. */
    public void startRendering(Dimensions upright, StoredObject file, ScanReport scan, Instant now, Duration lease) {
        become(ImageStatus.RENDERING, now);
        steps = steps().scanned(scan).rendering(now);
        objectEtag = file.eTag();
        width = upright.width();
        height = upright.height();
        bytes = file.bytes();
        leaseUntil = now.plus(lease);
    }

    /** Everything is made and stored. */
    public void finish(Instant now) {
        become(ImageStatus.PROCESSED, now);
        steps = steps().finished(now);
        leaseUntil = null;
    }

    /** The file is at fault. */
    public void reject(Rejection rejection, @Nullable ScanReport scan, Instant now) {
        become(ImageStatus.REJECTED, now);
        steps = (scan == null ? steps() : steps().scanned(scan)).finished(now);
        reason = rejection.code();
        detail = rejection.detail();
        leaseUntil = null;
    }

    /** The worker gave up for now; the next delivery may start at once. */
    public void release(Instant now) {
        leaseUntil = null;
        updatedAt = now;
    }

    /** The worker gave up for good. */
    public void fail(Instant now) {
        become(ImageStatus.FAILED, now);
        reason = PROCESSING_FAILED;
        detail = FAILURE_DETAIL;
        leaseUntil = null;
    }

    private void become(ImageStatus next, Instant now) {
        if (!status.canBecome(next)) {
            throw new IllegalStateException("image " + id + " is " + status + " and cannot become " + next);
        }
        status = next;
        updatedAt = now;
    }

    /** Unique. */
    public UUID id() {
        return id;
    }

    /** The user, Cognito {@code sub}. */
    public String ownerId() {
        return ownerId;
    }

    /** The user's name for it. */
    public String fileName() {
        return fileName;
    }

    /** The announced type. */
    public ImageFormat format() {
        return format;
    }

    /** The announced length, if any. */
    public @Nullable Long announcedBytes() {
        return announcedBytes;
    }

    /** Base64 of the announced SHA-256, if any. */
    public @Nullable String announcedSha256() {
        return announcedSha256;
    }

    /** The file as the user sent it. */
    public ObjectReference upload() {
        return new ObjectReference(ImageKeys.UPLOADS, uploadKey);
    }

    /** Where the file lies in the uploads bucket. */
    public String uploadKey() {
        return uploadKey;
    }

    /** Where it stands. */
    public ImageStatus status() {
        return status;
    }

    /** Whether its original was found to be something that is not kept. */
    public boolean isOriginalUnwanted() {
        return status == ImageStatus.REJECTED && reason != null && NOT_KEPT.contains(reason);
    }

    /** Stable code of a rejection or failure. */
    public @Nullable String reason() {
        return reason;
    }

    /** The same for people. */
    public @Nullable String detail() {
        return detail;
    }

    /** Width in pixels when upright; known once validated. */
    public @Nullable Integer width() {
        return width;
    }

    /** Height in pixels when upright; known once validated. */
    public @Nullable Integer height() {
        return height;
    }

    /** Length of the file; known once validated. */
    public @Nullable Long bytes() {
        return bytes;
    }

    /** Grows with every change; 0 until stored. */
    public long version() {
        return version == null ? 0 : version;
    }

    /** Its row was written as it stands, and that is committed. */
    public void written() {
        version = version() + 1;
    }

    /** Until when a worker holds it. */
    @Nullable
    Instant leaseUntil() {
        return leaseUntil;
    }

    /** How often a worker started on it since it was announced or put back by an operator. */
    public int attempts() {
        return attempts;
    }

    /** How it is rendered; empty for images of before there were settings. */
    public Optional<RenderSettings> renderSettings() {
        return Optional.ofNullable(renderSettings);
    }

    /** Until when the file is waited for. */
    public Instant expiresAt() {
        return expiresAt;
    }

    /** What the object store called this content of the file; known once validated. */
    public @Nullable String objectEtag() {
        return objectEtag;
    }

    /** Whether a notification tells of an older object than the one that was taken. */
    public boolean hasSeenNewerThan(UploadedObject object) {
        return object.isOlderThan(sequencer);
    }

    /** When the steps of the newest attempt happened. */
    public Steps steps() {
        // Hibernate reads an embeddable whose columns are all null as null.
        return steps == null ? Steps.NONE : steps;
    }

    /** When it was announced. */
    public Instant createdAt() {
        return createdAt;
    }

    /** When its status last changed. */
    public Instant updatedAt() {
        return updatedAt;
    }

    /** What was made of it; empty unless processed. */
    public List<StoredRendition> renditions() {
        return List.copyOf(renditions);
    }

    /** What was asked for and is not made yet. */
    public List<OrderedRendition> ordered() {
        return List.copyOf(ordered);
    }

    /** Whether nothing changes unless somebody asks for it. */
    public boolean isSettled() {
        return status.isSettled() && ordered.stream().noneMatch(OrderedRendition::awaitsMaking);
    }

    /** A further rendition is made and stored. */
    public void add(StoredRendition made, Instant now) {
        renditions.removeIf(known -> known.name().equals(made.name()));
        renditions.add(made);
        updatedAt = now;
    }
}
