package lianlin.procedure;

import static lianlin.procedure.sql.Tables.CASE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lianlin.matter.order.OrderStory;
import lianlin.testing.Person;
import lianlin.testing.Plans;
import lianlin.testing.ServerTest;
import lianlin.testing.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The orders in which cases are listed: right, whole over pages, and each served by an index.
@ServerTest
class CaseOrderTest {
    @Test
    void pagesInEveryOrderGiveEachCaseOnceAndInThatOrder(World world) {
        var story = new OrderStory(world);
        for (var i = 0; i < 3; i++) {
            story.order();
        }
        story.dispatch(story.order(), story.first).is(200);
        var gone = story.order();
        story.step(story.clerk, gone, "cancel", java.util.Map.of("note", "重复")).is(200);

        var newest = pages(story.clerk, "NEWEST");
        assertThat(newest).hasSize(5).doesNotHaveDuplicates();
        assertThat(newest).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(pages(story.clerk, "OLDEST")).isEqualTo(newest.reversed());
        assertThat(pages(story.clerk, "NUMBER")).hasSize(5).doesNotHaveDuplicates();
        assertThat(pages(story.clerk, "NUMBER_DOWN"))
                .isEqualTo(pages(story.clerk, "NUMBER").reversed());
        assertThat(pages(story.clerk, "DUE")).hasSize(5).endsWith(gone.toString());
        story.clerk.get("/api/service-orders?sort=PRICE").is(422);
    }

    @Test
    void whatWaitsCanBeReadInEveryOrderToo(World world) {
        var story = new OrderStory(world);
        for (var i = 0; i < 4; i++) {
            story.order();
        }
        var oldest = story.clerk.get("/api/cases?mine=true&sort=OLDEST").is(200).items("/id");
        assertThat(oldest).hasSize(4).isSorted();
        assertThat(story.clerk.get("/api/cases?mine=true&sort=NEWEST").is(200).items("/id"))
                .isEqualTo(oldest.reversed());
    }

    /// With a position far behind, the rows still come from an index in their order: nothing is sorted, nothing
    /// skipped.
    @ParameterizedTest
    @EnumSource(CaseOrder.class)
    void everyOrderIsServedByAnIndex(CaseOrder order, World world) {
        assertThat(Plans.of(world, CASE, CASE.JURISDICTION, order.falls(), order.fields()))
                .contains("Index")
                .doesNotContain("Sort Key: \"case\"", "Seq Scan");
    }

    private static List<String> pages(Person by, String sort) {
        var found = new ArrayList<String>();
        var after = "";
        while (true) {
            var page =
                    by.get("/api/service-orders?limit=2&sort=" + sort + after).is(200);
            found.addAll(page.items("/id"));
            if (!page.json().hasNonNull("next")) {
                return found;
            }
            after = "&after=" + page.text("/next");
        }
    }
}
