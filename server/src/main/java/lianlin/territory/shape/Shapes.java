package lianlin.territory.shape;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.Scope;
import lianlin.kernel.database.Scoped;
import lianlin.kernel.journal.Fact;
import lianlin.kernel.journal.Facts;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The door to outlines. Those of a county are kept in memory; a change is seen at once where it was made, and within a
/// minute by other nodes.
@Component
public class Shapes {
    private final ShapeStore store;
    private final Facts facts;
    private final Cache<Integer, CountyShapes> counties = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofMinutes(1))
            .maximumSize(300)
            .build();

    Shapes(ShapeStore store, Facts facts) {
        this.store = store;
        this.facts = facts;
    }

    /// The grid of a county at a point, or its community where no grid is drawn there.
    public Optional<Area> at(int county, double lng, double lat) {
        return Optional.ofNullable(county(county).at(lng, lat));
    }

    /// Outlines are no secret: they are read with the range of the county alone, whoever asks.
    CountyShapes county(int county) {
        return counties.get(
                county,
                code -> Scoped.call(
                        Scope.jurisdiction(code),
                        () -> new CountyShapes(store.current(Area.parse("%06d".formatted(code))))));
    }

    /// Writes down the outlines that a county begins with: what an import of a whole county or the demo brings along.
    @Transactional(propagation = Propagation.MANDATORY)
    public void register(Map<Area, Geometry> shapes, Instant drawn, UnaryOperator<Fact.Header> signed) {
        var outlines = new ArrayList<Outline>();
        var told = new ArrayList<Fact>();
        shapes.forEach((area, geometry) -> {
            outlines.add(new Outline(area, 1, geometry, drawn));
            told.add(new ShapeDrawn(signed.apply(header(area)), 1, Math.round(Metres.square(geometry))));
        });
        store.insert(outlines);
        facts.publish(told);
        shapes.keySet().stream().map(Area::county).distinct().forEach(this::forget);
    }

    static Fact.Header header(Area area) {
        return Fact.Header.of(area.county(), area.isGrid() ? "grid" : "area", new Id(area.code()))
                .area(area);
    }

    /// Looks a county up anew: the transaction that changes it at once, everybody else when it is committed.
    void forget(int county) {
        counties.invalidate(county);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    counties.invalidate(county);
                }
            });
        }
    }

    static List<Geometry> geometries(List<Outline> outlines) {
        return outlines.stream().filter(Outline::isThere).map(Outline::shape).toList();
    }

    record ShapeDrawn(Fact.Header header, int version, long squareMetres) implements Fact {}

    record ShapeErased(Fact.Header header, int version) implements Fact {}
}
