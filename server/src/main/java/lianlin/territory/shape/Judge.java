package lianlin.territory.shape;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import lianlin.kernel.Area;
import lianlin.kernel.Setting;
import lianlin.kernel.Settings;
import lianlin.kernel.http.Sentences;
import lianlin.territory.Areas;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;

/// Says what is wrong between the outlines of a community's grids, and between communities: with whom, how large,
/// where.
@Component
class Judge implements Setting.Reader {
    /// Square metres that count as nothing (SET).
    private static final Setting TOLERANCE = new Setting(
            "map.tolerance",
            "TER-12",
            Setting.Group.MAP,
            Setting.Level.DISTRICT,
            new Setting.Amount(0, 999_999, "SQUARE_METRES"),
            "50");

    private static final int MOST = 200;

    private final Areas areas;
    private final Settings settings;
    private final Sentences sentences;

    Judge(Areas areas, Settings settings, Sentences sentences) {
        this.areas = areas;
        this.settings = settings;
        this.sentences = sentences;
    }

    Topology topology(int jurisdiction) {
        return new Topology(settings.amount(jurisdiction, TOLERANCE));
    }

    @Override
    public List<Setting> settings() {
        return List.of(TOLERANCE);
    }

    /// What one outline does to its neighbours and to the community that it lies in; of a community, to its grids.
    List<Finding> of(
            Area area,
            Geometry drawn,
            Collection<Outline> neighbours,
            Collection<Outline> parts,
            @Nullable Geometry whole) {
        var topology = topology(area.county());
        var findings = new ArrayList<Finding>();
        for (var other : neighbours) {
            topology.overlap(drawn, other.shape())
                    .ifPresent(piece -> findings.add(finding(Finding.Kind.OVERLAP, other.area(), piece, false)));
        }
        for (var part : parts) {
            topology.beyond(part.shape(), drawn)
                    .ifPresent(piece -> findings.add(finding(Finding.Kind.OUTSIDE, part.area(), piece, false)));
        }
        if (whole != null) {
            topology.beyond(drawn, whole)
                    .ifPresent(piece -> findings.add(finding(Finding.Kind.OUTSIDE, area, piece, false)));
        }
        return findings;
    }

    /// What of a community no grid covers. Grids are drawn one after the other, so that alone blocks nothing.
    List<Finding> gaps(Area community, Geometry whole, Collection<Geometry> grids, boolean tolerated) {
        return topology(community.county()).gaps(whole, grids).stream()
                .map(piece -> finding(Finding.Kind.GAP, community, piece, tolerated))
                .toList();
    }

    /// Everything between the grids of one community, each pair once.
    List<Finding> community(Area community, @Nullable Geometry whole, Map<Area, Geometry> grids, boolean complete) {
        var topology = topology(community.county());
        var findings = new ArrayList<Finding>();
        for (var pair : pairs(grids)) {
            topology.overlap(pair.one().getValue(), pair.other().getValue())
                    .ifPresent(piece -> findings.add(finding(
                            Finding.Kind.OVERLAP,
                            pair.one().getKey(),
                            pair.other().getKey(),
                            piece)));
        }
        if (whole != null) {
            grids.forEach((grid, shape) -> topology.beyond(shape, whole)
                    .ifPresent(piece -> findings.add(finding(Finding.Kind.OUTSIDE, grid, piece, false))));
            findings.addAll(gaps(community, whole, grids.values(), !complete));
        }
        return findings.size() > MOST ? findings.subList(0, MOST) : findings;
    }

    private record Pair(Map.Entry<Area, Geometry> one, Map.Entry<Area, Geometry> other) {}

    /// Those whose boxes meet.
    private static List<Pair> pairs(Map<Area, Geometry> shapes) {
        var pairs = new ArrayList<Pair>();
        for (var one : shapes.entrySet()) {
            for (var other : shapes.entrySet()) {
                if (one.getKey().compareTo(other.getKey()) < 0
                        && one.getValue()
                                .getEnvelopeInternal()
                                .intersects(other.getValue().getEnvelopeInternal())) {
                    pairs.add(new Pair(one, other));
                }
            }
        }
        return pairs;
    }

    private Finding finding(Finding.Kind kind, Area with, Geometry piece, boolean tolerated) {
        return made(kind, with, areas.name(with), piece, tolerated);
    }

    private Finding finding(Finding.Kind kind, Area one, Area other, Geometry piece) {
        return made(kind, one, areas.name(one) + "、" + areas.name(other), piece, false);
    }

    private Finding made(Finding.Kind kind, Area with, String name, Geometry piece, boolean tolerated) {
        var at = piece.getInteriorPoint().getCoordinate();
        var metres = Math.max(1, Math.round(Metres.square(piece)));
        var sentence = sentences.of(
                switch (kind) {
                    case OVERLAP -> "shape.finding.overlap";
                    case OUTSIDE -> "shape.finding.outside";
                    case GAP -> "shape.finding.gap";
                },
                name,
                metres,
                GeoJson.degrees(at));
        return new Finding(
                kind,
                with.toString(),
                name,
                metres,
                MultiPolygon.position(at),
                sentence,
                tolerated,
                MultiPolygon.of(piece));
    }
}
