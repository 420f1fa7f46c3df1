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
    /// before and after, and who did it under which post.
    record Header(
            int jurisdiction,
            String subject,
            Id id,
            @Nullable String from,
            @Nullable String to,
            @Nullable Area fromArea,
            @Nullable Area area,
            @Nullable String fromPath,
            @Nullable String path,
            @Nullable Id organization,
            @Nullable Id actor,
            @Nullable Id post,
            @Nullable String reason,
            @Nullable String address,
            @Nullable String request) {

        /// About a thing, done by nobody in particular: the platform itself.
        public static Header of(int jurisdiction, String subject, Id id) {
            return new Header(
                    jurisdiction, subject, id, null, null, null, null, null, null, null, null, null, null, null, null);
        }

        public Header by(@Nullable Id actor, @Nullable Id post, @Nullable String address, @Nullable String request) {
            return new Header(
                    jurisdiction,
                    subject,
                    id,
                    from,
                    to,
                    fromArea,
                    area,
                    fromPath,
                    path,
                    organization,
                    actor,
                    post,
                    reason,
                    address,
                    request);
        }

        /// From a state to another; no state before is birth, none after is the end.
        public Header states(@Nullable Object from, @Nullable Object to) {
            return new Header(
                    jurisdiction,
                    subject,
                    id,
                    text(from),
                    text(to),
                    fromArea,
                    area,
                    fromPath,
                    path,
                    organization,
                    actor,
                    post,
                    reason,
                    address,
                    request);
        }

        /// Where it stands in the territory tree, before and after.
        public Header area(@Nullable Area before, @Nullable Area after) {
            return new Header(
                    jurisdiction,
                    subject,
                    id,
                    from,
                    to,
                    before,
                    after,
                    fromPath,
                    path,
                    organization,
                    actor,
                    post,
                    reason,
                    address,
                    request);
        }

        public Header area(@Nullable Area place) {
            return area(place, place);
        }

        /// Where it stands in the organization tree, before and after.
        public Header path(@Nullable String before, @Nullable String after, @Nullable Id organization) {
            return new Header(
                    jurisdiction,
                    subject,
                    id,
                    from,
                    to,
                    fromArea,
                    area,
                    before,
                    after,
                    organization,
                    actor,
                    post,
                    reason,
                    address,
                    request);
        }

        public Header path(@Nullable String place, @Nullable Id organization) {
            return path(place, place, organization);
        }

        public Header because(@Nullable String reason) {
            return new Header(
                    jurisdiction,
                    subject,
                    id,
                    from,
                    to,
                    fromArea,
                    area,
                    fromPath,
                    path,
                    organization,
                    actor,
                    post,
                    reason,
                    address,
                    request);
        }

        private static @Nullable String text(@Nullable Object state) {
            return state == null ? null : state.toString();
        }
    }
}
