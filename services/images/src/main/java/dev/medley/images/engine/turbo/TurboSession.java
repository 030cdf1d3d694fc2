package dev.medley.images.engine.turbo;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.medley.images.engine.Dimensions;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * One thread's use of the library for one picture: its handles and all native memory of the job, released together.
 * Every return code is checked.
 */
final class TurboSession implements AutoCloseable {

    private static final int STOP_ON_WARNING = 8192;
    private static final int LIMIT_SCANS = 32_768;
    private static final int PROGRESSIVE = 16_384;
    private static final int NO_REALLOCATION = 1024;

    private final TurboJpeg library;
    private final Arena arena = Arena.ofConfined();
    private final MemorySegment decompressor;
    private final MemorySegment compressor;

    TurboSession(TurboJpeg library) {
        this.library = library;
        this.decompressor = handle(library, library.initDecompress);
        try {
            this.compressor = handle(library, library.initCompress);
        } catch (RuntimeException e) {
            release(decompressor);
            arena.close();
            throw e;
        }
    }

    /**
     * What a JPEG's header says.
     *
     * @param size in pixels, as stored
     * @param sampling TurboJPEG's number for the chroma subsampling
     * @param colours TurboJPEG's number for the colour space
     */
    record Header(Dimensions size, int sampling, int colours) {}

    /** The memory of this job. */
    Arena arena() {
        return arena;
    }

    /** Copies a file to where the library can read it. */
    MemorySegment load(byte[] file) {
        return arena.allocateFrom(JAVA_BYTE, file);
    }

    Header readHeader(MemorySegment jpeg) throws TurboJpegException {
        MemorySegment numbers = arena.allocate(JAVA_INT, 4);
        int code = (int) call(
                library.decompressHeader,
                decompressor,
                jpeg,
                jpeg.byteSize(),
                numbers.asSlice(0),
                numbers.asSlice(4),
                numbers.asSlice(8),
                numbers.asSlice(12));
        check(code, decompressor);
        int width = numbers.getAtIndex(JAVA_INT, 0);
        int height = numbers.getAtIndex(JAVA_INT, 1);
        if (width < 1 || height < 1) {
            throw new TurboJpegException("a header without a size");
        }
        Dimensions size = new Dimensions(width, height);
        return new Header(size, numbers.getAtIndex(JAVA_INT, 2), numbers.getAtIndex(JAVA_INT, 3));
    }

    /**
     * Decodes to planes, scaled in the frequency domain to {@code size}.
     *
     * @throws TurboJpegException when anything about the data is irregular, truncation included
     */
    Picture decode(MemorySegment jpeg, Dimensions size, Sampling sampling) throws TurboJpegException {
        Picture picture = Picture.allocate(arena, size, sampling);
        int code = (int) call(
                library.decompressToPlanes,
                decompressor,
                jpeg,
                jpeg.byteSize(),
                addresses(picture),
                size.width(),
                strides(picture),
                size.height(),
                STOP_ON_WARNING | LIMIT_SCANS);
        check(code, decompressor);
        return picture;
    }

    /** Encodes as progressive JPEG. */
    byte[] encode(Picture picture, int quality) throws TurboJpegException {
        Dimensions size = picture.size();
        int sampling = picture.sampling().code();
        long capacity = (long) call(library.bufferSize, size.width(), size.height(), sampling);
        MemorySegment target = arena.allocate(ADDRESS);
        MemorySegment buffer = arena.allocate(capacity);
        target.set(ADDRESS, 0, buffer);
        MemorySegment length = arena.allocateFrom(JAVA_LONG, capacity);
        int code = (int) call(
                library.compressFromPlanes,
                compressor,
                addresses(picture),
                size.width(),
                strides(picture),
                size.height(),
                sampling,
                target,
                length,
                quality,
                PROGRESSIVE | NO_REALLOCATION);
        check(code, compressor);
        return buffer.asSlice(0, length.get(JAVA_LONG, 0)).toArray(JAVA_BYTE);
    }

    private MemorySegment addresses(Picture picture) {
        MemorySegment addresses = arena.allocate(ADDRESS, picture.planes().size());
        for (int index = 0; index < picture.planes().size(); index++) {
            addresses.setAtIndex(ADDRESS, index, picture.planes().get(index).samples());
        }
        return addresses;
    }

    private MemorySegment strides(Picture picture) {
        return arena.allocateFrom(
                JAVA_INT, picture.planes().stream().mapToInt(Plane::stride).toArray());
    }

    private static MemorySegment handle(TurboJpeg library, MethodHandle initialiser) {
        MemorySegment handle = (MemorySegment) call(initialiser);
        if (handle.equals(MemorySegment.NULL)) {
            throw new IllegalStateException("libjpeg-turbo gave no handle");
        }
        library.countHandles(1);
        return handle;
    }

    private void check(int code, MemorySegment handle) throws TurboJpegException {
        if (code != 0) {
            throw new TurboJpegException(((MemorySegment) call(library.errorText, handle)).getString(0));
        }
    }

    /** The linker's handles throw nothing by themselves: anything here is a mistake in this class. */
    private static Object call(MethodHandle function, Object... arguments) {
        try {
            return function.invokeWithArguments(arguments);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private void release(MemorySegment handle) {
        call(library.destroy, handle);
        library.countHandles(-1);
    }

    @Override
    public void close() {
        release(decompressor);
        release(compressor);
        arena.close();
    }
}
