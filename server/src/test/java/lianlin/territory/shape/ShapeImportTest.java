package lianlin.territory.shape;

import static lianlin.territory.shape.Drawn.box;
import static lianlin.territory.shape.Drawn.feature;
import static lianlin.territory.shape.Drawn.file;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Outlines from a file: looked at with what is wrong in each feature, written as a whole.
@ServerTest
class ShapeImportTest {
    @Test
    @Tag("TER-06")
    void aFileIsLookedAtAndThenWrittenAsAWhole(World world) {
        var community = world.community("培德社区");
        var clerk = community.secretary();
        var grids = Drawn.grids(clerk, community, 2);
        var file = file(feature(grids.getFirst(), box(0, 0, 10, 10)), feature(grids.getLast(), box(10, 0, 20, 10)));

        var preview = clerk.post("/api/shapes/check", file).is(200);
        assertThat(preview.json("/ready").asBoolean()).isTrue();
        assertThat(preview.json("/features/0/change").asString()).isEqualTo("NEW");
        assertThat(clerk.get("/api/grids/{code}/shape", grids.getFirst())
                        .json("/geometry")
                        .isNull())
                .isTrue();
        clerk.post("/api/shapes", file).is(200);
        assertThat(clerk.get("/api/grids/{code}/shape", grids.getFirst())
                        .json("/version")
                        .asInt())
                .isEqualTo(2);
        var again = clerk.post("/api/shapes", file).is(200);
        assertThat(again.json("/fresh").asInt()).isZero();
        assertThat(clerk.get("/api/grids/{code}/shape", grids.getFirst())
                        .json("/version")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    @Tag("TER-06")
    void whatIsWrongIsSaidForEachFeatureAndNothingIsWritten(World world) {
        var community = world.community("培德社区");
        var other = world.community("邻社区");
        var clerk = community.secretary();
        var grids = Drawn.grids(clerk, community, 2);
        var theirs = world.district()
                .clerk()
                .post("/api/grids", Map.of("community", other.code(), "name", "网格", "kind", "BASIC"))
                .is(201)
                .text("/code");
        var file = file(
                feature(grids.getFirst(), box(0, 0, 10, 10)),
                feature(grids.getFirst(), box(10, 0, 20, 10)),
                feature("990000000000999", box(10, 0, 20, 10)),
                feature(theirs, box(10, 0, 20, 10)),
                feature("abc", box(10, 0, 20, 10)),
                feature(grids.getLast(), Map.of("type", "Point", "coordinates", List.of(113.1, 23.0))));

        var preview = clerk.post("/api/shapes/check", file).is(200);
        assertThat(preview.json("/wrong").asInt()).isEqualTo(5);
        assertThat(preview.text("/features/1/message")).contains("两次");
        assertThat(preview.text("/features/2/message")).isEqualTo(preview.text("/features/3/message"));
        clerk.post("/api/shapes", file).is(409).problem("shape.import");
        assertThat(clerk.get("/api/grids/{code}/shape", grids.getFirst())
                        .json("/geometry")
                        .isNull())
                .isTrue();
    }

    @Test
    @Tag("TER-06")
    void aWholeCommunityHasNoGaps(World world) {
        var community = world.community("培德社区");
        var clerk = community.secretary();
        var grids = Drawn.grids(clerk, community, 2);

        var one = clerk.post("/api/shapes/check", file(feature(grids.getFirst(), box(0, 0, 10, 10))))
                .is(200);
        assertThat(one.json("/ready").asBoolean()).isTrue();
        assertThat(one.text("/findings/0/kind")).isEqualTo("GAP");
        var both = file(feature(grids.getFirst(), box(0, 0, 10, 10)), feature(grids.getLast(), box(11, 0, 20, 10)));
        var preview = clerk.post("/api/shapes/check", both).is(200);
        assertThat(preview.json("/ready").asBoolean()).isFalse();
        assertThat(preview.text("/findings/0/message")).contains("没有网格");
        clerk.post("/api/shapes", both).is(409).problem("shape.import");
    }

    @Test
    @Tag("TER-06")
    void communitiesComeInTheSameFileFromThoseWhoMayDrawThem(World world) {
        var community = world.community("培德社区");
        var secretary = community.secretary();
        var grid = secretary
                .post("/api/grids", Map.of("community", community.code(), "name", "网格", "kind", "BASIC"))
                .is(201)
                .text("/code");
        var file = file(feature(community.code(), box(0, 0, 20, 10)), feature(grid, box(0, 0, 20, 10)));

        var clerk = community.person("COMMUNITY_CLERK");
        assertThat(clerk.post("/api/shapes/check", file).is(200).json("/wrong").asInt())
                .isEqualTo(1);
        secretary.post("/api/shapes", file).is(200);
        assertThat(secretary
                        .get("/api/areas/{code}/shapes", community.code())
                        .json("/parts")
                        .size())
                .isEqualTo(1);
    }
}
