package dev.medley.images.engine.turbo;

import dev.medley.images.engine.Lanczos;

/** Resamples one plane into another. Implementations hold scratch memory, which serves one picture after the other in one thread. */
interface PlaneResizer {

    /** Fills {@code target} from {@code source}. */
    void resize(Plane source, Plane target, Lanczos across, Lanczos down);

    /** With vectors where the JVM was started with {@code --add-modules jdk.incubator.vector}, else without. */
    static PlaneResizer create() {
        return isVectorised() ? new VectorResizer() : new ScalarResizer();
    }

    /** Whether {@link #create} makes the fast one. */
    static boolean isVectorised() {
        return ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    }
}
