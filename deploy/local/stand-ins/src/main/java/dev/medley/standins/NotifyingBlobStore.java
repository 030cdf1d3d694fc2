package dev.medley.standins;

import java.util.List;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.domain.Blob;
import org.gaul.s3proxy.blobstore.domain.BlobMetadata;
import org.gaul.s3proxy.blobstore.domain.MultipartPart;
import org.gaul.s3proxy.blobstore.domain.MultipartUpload;
import org.gaul.s3proxy.blobstore.options.CopyOptions;
import org.gaul.s3proxy.blobstore.options.PutOptions;

/** Reports each created object after it is stored. */
final class NotifyingBlobStore extends ForwardingBlobStore {

    private final ObjectCreatedEvents events;

    NotifyingBlobStore(BlobStore store, ObjectCreatedEvents events) {
        super(store);
        this.events = events;
    }

    @Override
    public String putBlob(String container, Blob blob, PutOptions options) {
        String eTag = super.putBlob(container, blob, options);
        report("ObjectCreated:Put", container, blob.getMetadata().name(), eTag);
        return eTag;
    }

    @Override
    public String copyBlob(
            String fromContainer, String fromName, String toContainer, String toName, CopyOptions options) {
        String eTag = super.copyBlob(fromContainer, fromName, toContainer, toName, options);
        report("ObjectCreated:Copy", toContainer, toName, eTag);
        return eTag;
    }

    @Override
    public String completeMultipartUpload(MultipartUpload upload, List<MultipartPart> parts) {
        String eTag = super.completeMultipartUpload(upload, parts);
        report("ObjectCreated:CompleteMultipartUpload", upload.containerName(), upload.blobName(), eTag);
        return eTag;
    }

    private void report(String event, String bucket, String key, String eTag) {
        BlobMetadata stored = delegate().blobMetadata(bucket, key);
        // Deleted or replaced in the meantime: S3 reports the creation all the same, with what is known of it.
        Long size = stored == null ? null : stored.size();
        events.objectCreated(event, bucket, key, size == null ? 0 : size, eTag);
    }
}
