package lianlin.territory;

import lianlin.kernel.Id;

/// A picture of a service place (TER-13). A panorama is a wide strip that one looks along.
record PlacePhoto(Id id, Shows shows, int width, int height) {
    static final int MOST = 8;

    enum Shows {
        PHOTO,
        PANORAMA
    }
}
