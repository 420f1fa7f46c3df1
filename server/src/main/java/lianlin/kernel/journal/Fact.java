package lianlin.kernel.journal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import org.jspecify.annotations.Nullable;

/// Something that happened, in the past tense: a record whose components beside the header are its payload,
/// small and without sensitive data.
public interface Fact {
    @JsonIgnore
    Header header();

    /// The kind that listeners know it by: the name of the record, `BookingMoved` is `booking-moved`.
    @JsonIgnore
    default String kind() {
        return Kinds.of(getClass());
    }

    /// What every fact says: about which thing, from which state to which, where it stands in the two trees
    /// before and after, who did it under which post, and why.
    record Header(
            int jurisdiction,
            String subject,
            Id id,
            Step step,
            Standing standing,
            Doer doer,
            @Nullable String reason) {

        /// From a state to another; no state before is birth, none after is the end.
        public record Step(@Nullable String from, @Nullable String to) {
            static final Step NONE = new Step(null, null);
        }

        /// Where the thing stands in the territory tree and in the organization tree, before and after.
        public record Standing(
                @Nullable Area fromArea,
                @Nullable Area area,
                @Nullable String fromPath,
                @Nullable String path,
                @Nullable Id organization) {
            static final Standing NOWHERE = new Standing(null, null, null, null, null);
        }

        /// Who did it: account and post, from which address, in which request.
        public record Doer(
                @Nullable Id actor,
                @Nullable Id post,
                @Nullable String address,
                @Nullable String request) {
            static final Doer PLATFORM = new Doer(null, null, null, null);
        }

        /// About a thing, done by nobody in particular: the platform itself.
        public static Header of(int jurisdiction, String subject, Id id) {
            return new Header(jurisdiction, subject, id, Step.NONE, Standing.NOWHERE, Doer.PLATFORM, null);
        }

        public Header by(@Nullable Id actor, @Nullable Id post, @Nullable String address, @Nullable String request) {
            var doer = new Doer(actor, post, address, request);
            return new Header(jurisdiction, subject, id, step, standing, doer, reason);
        }

        public Header states(@Nullable Object from, @Nullable Object to) {
            return new Header(jurisdiction, subject, id, new Step(text(from), text(to)), standing, doer, reason);
        }

        public Header area(@Nullable Area before, @Nullable Area after) {
            return standing(new Standing(before, after, standing.fromPath(), standing.path(), standing.organization()));
        }

        public Header area(@Nullable Area place) {
            return area(place, place);
        }

        public Header path(@Nullable String before, @Nullable String after, @Nullable Id organization) {
            return standing(new Standing(standing.fromArea(), standing.area(), before, after, organization));
        }

        public Header path(@Nullable String place, @Nullable Id organization) {
            return path(place, place, organization);
        }

        public Header because(@Nullable String reason) {
            return new Header(jurisdiction, subject, id, step, standing, doer, reason);
        }

        private Header standing(Standing standing) {
            return new Header(jurisdiction, subject, id, step, standing, doer, reason);
        }

        private static @Nullable String text(@Nullable Object state) {
            return state == null ? null : state.toString();
        }
    }
}
