package lianlin.territory.reform;

import java.util.List;
import lianlin.territory.shape.MultiPolygon;

/// What a split would do: its pieces, the largest first, with what lies in each, and what has no point on the map.
record Cut(List<Piece> pieces, List<Draft.Amount> rest, List<Draft.Staff> staff) {

    /// `households` are those of the buildings that lie there.
    record Piece(MultiPolygon geometry, long squareMetres, int buildings, int households, int places) {}
}
