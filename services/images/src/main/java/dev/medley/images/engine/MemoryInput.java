package dev.medley.images.engine;

import javax.imageio.stream.ImageInputStreamImpl;

/**
 * Reads a file from where it is. The stream that the JDK has for that copies all that is read, and reports a heap without room
 * for the copy as an error of the file.
 */
final class MemoryInput extends ImageInputStreamImpl {

    private final byte[] file;

    MemoryInput(byte[] file) {
        this.file = file;
    }

    @Override
    public int read() {
        bitOffset = 0;
        return streamPos < file.length ? file[(int) streamPos++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int start, int length) {
        bitOffset = 0;
        if (length == 0) {
            return 0;
        }
        if (streamPos >= file.length) {
            return -1;
        }
        int number = (int) Math.min(length, file.length - streamPos);
        System.arraycopy(file, (int) streamPos, target, start, number);
        streamPos += number;
        return number;
    }

    @Override
    public long length() {
        return file.length;
    }

    // The inherited finalizer would keep each file until a second collection; an empty one is never registered.
    @Override
    @SuppressWarnings({"removal", "Finalize"})
    protected void finalize() {}
}
