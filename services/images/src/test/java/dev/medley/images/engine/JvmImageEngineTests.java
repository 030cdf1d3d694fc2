package dev.medley.images.engine;

class JvmImageEngineTests extends ImageEngineContract {

    JvmImageEngineTests() {
        super(new JvmImageEngine());
    }
}
