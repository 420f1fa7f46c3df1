package lianlin.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdTest {
    @Test
    void everyIdIsLargerThanTheOneBefore() {
        var ids = new ArrayList<Id>();
        for (var i = 0; i < 100_000; i++) {
            ids.add(Id.next());
        }

        assertThat(ids).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void idsMadeAtTheSameTimeDiffer() {
        var seen = ConcurrentHashMap.<Id>newKeySet();

        IntStream.range(0, 200_000).parallel().forEach(i -> seen.add(Id.next()));

        assertThat(seen).hasSize(200_000);
    }

    @Test
    void thirteenCharactersSayTheSameAsTheNumber() {
        var id = Id.next();

        assertThat(id.toString()).hasSize(13).doesNotContainAnyWhitespaces();
        assertThat(Id.parse(id.toString())).isEqualTo(id);
        assertThat(Id.parse(id.toString().toLowerCase())).isEqualTo(id);
        assertThat(Id.parse("7ZZZZZZZZZZZZ").value()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void theTextsAreSortedLikeTheIds() {
        assertThat(Id.next().toString()).isLessThan(Id.next().toString());
    }

    @Test
    void anIdKnowsWhenItWasMade() {
        var moment = Instant.parse("2026-07-01T08:00:00.123Z");

        assertThat(Id.at(moment, 0).moment()).isEqualTo(moment);
        assertThat(Id.at(moment, 4_194_303).moment()).isEqualTo(moment);
        assertThat(Id.at(moment, 4_194_303)).isLessThan(Id.at(moment.plusMillis(1), 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0KF3Q2Z7V1AB", "0KF3Q2Z7V1ABCD", "ILOU000000000", "8000000000000", "0KF3Q2Z7V1AB'"})
    void whatIsNoIdIsRefused(String text) {
        assertThatThrownBy(() -> Id.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
