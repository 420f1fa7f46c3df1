package lianlin.territory.shape;

import lianlin.kernel.http.Versioned;
import lianlin.territory.Place;
import org.jspecify.annotations.Nullable;

/// The outline of a grid or community as pages show and change it; without a geometry nothing is drawn yet.
record Shape(Place place, @Nullable MultiPolygon geometry, long squareMetres, int version) implements Versioned {}
