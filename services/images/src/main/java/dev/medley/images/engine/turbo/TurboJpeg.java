package dev.medley.images.engine.turbo;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The functions of libjpeg-turbo's TurboJPEG API, version 2 (kept by version 3), that the engine calls; see
 * <a href="https://rawcdn.githack.com/libjpeg-turbo/libjpeg-turbo/main/doc/turbojpeg/index.html">its documentation</a>.
 * A C {@code unsigned long} has 64 bits on every platform that is supported.
 */
@SuppressWarnings("restricted") // calling native code is what this class is for
final class TurboJpeg {

    /** 4:4:4, as the API numbers chroma subsampling. */
    static final int SAMPLING_444 = 0;

    /** 4:2:2. */
    static final int SAMPLING_422 = 1;

    /** 4:2:0. */
    static final int SAMPLING_420 = 2;

    /** Luma only. */
    static final int SAMPLING_GRAY = 3;

    /** 4:4:0. */
    static final int SAMPLING_440 = 4;

    /** 4:1:1. */
    static final int SAMPLING_411 = 5;

    /** The colour space YCbCr, as the API numbers it. */
    static final int COLOURS_YCBCR = 1;

    /** The colour space of luma only. */
    static final int COLOURS_GRAY = 2;

    private static final List<String> NAMES = List.of(
            "libturbojpeg.so.0",
            "libturbojpeg.so",
            "/opt/libjpeg-turbo/lib64/libturbojpeg.so",
            "libturbojpeg.dylib",
            "/opt/homebrew/opt/jpeg-turbo/lib/libturbojpeg.dylib",
            "/usr/local/opt/jpeg-turbo/lib/libturbojpeg.dylib");

    /** {@code tjhandle tjInitDecompress(void)}. */
    final MethodHandle initDecompress;

    /** {@code tjhandle tjInitCompress(void)}. */
    final MethodHandle initCompress;

    /** {@code int tjDestroy(tjhandle)}. */
    final MethodHandle destroy;

    /**
     * {@code int tjDecompressHeader3(tjhandle, const unsigned char *jpeg, unsigned long size, int *width, int *height,
     * int *subsampling, int *colourSpace)}.
     */
    final MethodHandle decompressHeader;

    /**
     * {@code int tjDecompressToYUVPlanes(tjhandle, const unsigned char *jpeg, unsigned long size, unsigned char **planes,
     * int width, int *strides, int height, int flags)}.
     */
    final MethodHandle decompressToPlanes;

    /**
     * {@code int tjCompressFromYUVPlanes(tjhandle, const unsigned char **planes, int width, const int *strides, int
     * height, int subsampling, unsigned char **jpeg, unsigned long *size, int quality, int flags)}.
     */
    final MethodHandle compressFromPlanes;

    /** {@code unsigned long tjBufSize(int width, int height, int subsampling)}. */
    final MethodHandle bufferSize;

    /** {@code char *tjGetErrorStr2(tjhandle)}. */
    final MethodHandle errorText;

    /** Handles given and not yet taken back. */
    private final AtomicInteger openHandles = new AtomicInteger();

    private TurboJpeg(SymbolLookup library) {
        Linker linker = Linker.nativeLinker();
        initDecompress = link(linker, library, "tjInitDecompress", FunctionDescriptor.of(ADDRESS));
        initCompress = link(linker, library, "tjInitCompress", FunctionDescriptor.of(ADDRESS));
        destroy = link(linker, library, "tjDestroy", FunctionDescriptor.of(JAVA_INT, ADDRESS));
        decompressHeader = link(
                linker,
                library,
                "tjDecompressHeader3",
                FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, ADDRESS, ADDRESS, ADDRESS));
        decompressToPlanes = link(
                linker,
                library,
                "tjDecompressToYUVPlanes",
                FunctionDescriptor.of(
                        JAVA_INT, ADDRESS, ADDRESS, JAVA_LONG, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT));
        compressFromPlanes = link(
                linker,
                library,
                "tjCompressFromYUVPlanes",
                FunctionDescriptor.of(
                        JAVA_INT, ADDRESS, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS, ADDRESS, JAVA_INT,
                        JAVA_INT));
        bufferSize = link(linker, library, "tjBufSize", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT));
        // The text is at most 200 bytes long (JMSG_LENGTH_MAX).
        errorText = link(
                linker,
                library,
                "tjGetErrorStr2",
                FunctionDescriptor.of(ADDRESS.withTargetLayout(MemoryLayout.sequenceLayout(256, JAVA_BYTE)), ADDRESS));
    }

    /** The library, if this machine has it. */
    static Optional<TurboJpeg> find() {
        if (!JAVA_LONG.equals(Linker.nativeLinker().canonicalLayouts().get("long"))) {
            return Optional.empty();
        }
        for (String name : NAMES) {
            try {
                return Optional.of(new TurboJpeg(SymbolLookup.libraryLookup(name, Arena.global())));
            } catch (IllegalArgumentException _) {
                // Not under this name.
            }
        }
        return Optional.empty();
    }

    /** Counts a handle that the library gave, or took back. */
    void countHandles(int change) {
        openHandles.addAndGet(change);
    }

    /** How many handles are in use; none between pictures. */
    int openHandles() {
        return openHandles.get();
    }

    private static MethodHandle link(Linker linker, SymbolLookup library, String name, FunctionDescriptor signature) {
        return linker.downcallHandle(library.findOrThrow(name), signature);
    }
}
