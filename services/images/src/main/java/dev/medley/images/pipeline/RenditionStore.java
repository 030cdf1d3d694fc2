package dev.medley.images.pipeline;

import dev.medley.images.engine.ImageEngine;
import dev.medley.images.engine.Rendition;
import dev.medley.images.engine.Sha256;
import dev.medley.images.library.Image;
import dev.medley.images.library.ImageKeys;
import dev.medley.images.library.StoredRendition;
import dev.medley.storage.ObjectReference;
import dev.medley.storage.ObjectStore;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.stereotype.Component;

/** Writes renditions under their fixed keys, so that writing them again replaces them. */
@Component
public class RenditionStore {

    private final ObjectStore objects;
    private final ImageEngine engine;

    RenditionStore(ObjectStore objects, ImageEngine engine) {
        this.objects = objects;
        this.engine = engine;
    }

    /** Writes all of them at once and returns their receipts in the same order. */
    public List<StoredRendition> store(Image image, List<Rendition> renditions) {
        try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<StoredRendition>> writing = renditions.stream()
                    .map(rendition -> writers.submit(() -> store(image, rendition)))
                    .toList();
            return writing.stream().map(RenditionStore::receipt).toList();
        }
    }

    private StoredRendition store(Image image, Rendition rendition) {
        String contentType = rendition.format().contentType();
        String key = ImageKeys.renditionFolder(image.uploadKey()).orElseThrow()
                + rendition.spec().name()
                + "."
                + rendition.format().extension();
        objects.write(new ObjectReference(StoredRendition.BUCKET, key), contentType, rendition.content());
        return new StoredRendition(
                rendition.spec().name(),
                key,
                contentType,
                rendition.size().width(),
                rendition.size().height(),
                rendition.content().length,
                Sha256.hexadecimal(rendition.content()),
                rendition.spec().isWatermarked(),
                engine.name());
    }

    private static StoredRendition receipt(Future<StoredRendition> writing) {
        try {
            return writing.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a rendition could not be stored", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while storing renditions", e);
        }
    }
}
