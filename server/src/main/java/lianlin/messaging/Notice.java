package lianlin.messaging;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import org.jspecify.annotations.Nullable;

/// What somebody wrote to many people, who confirm that they have it (MSG-01, MSG-03). `place` says for whom he writes,
/// `reaches` in words to whom.
record Notice(
        int jurisdiction,
        Id id,
        Area area,
        @Nullable String path,
        Id account,
        String place,
        String title,
        String text,
        @Nullable LocalDate confirmBy,
        Audience audience,
        String reaches,
        State state,
        int stage,
        Id position,
        int receivers,
        Instant created,
        @Nullable Instant sent,
        @Nullable Instant reminded,
        @Nullable Id reminder,
        Id reminderPosition) {

    enum State {
        SENDING,
        SENT
    }

    /// Handed out as far as this.
    Notice handedOut(int stage, Id position, int more, @Nullable Instant done) {
        return new Notice(
                jurisdiction,
                id,
                area,
                path,
                account,
                place,
                title,
                text,
                confirmBy,
                audience,
                reaches,
                done == null ? State.SENDING : State.SENT,
                stage,
                position,
                receivers + more,
                created,
                done,
                reminded,
                reminder,
                reminderPosition);
    }

    /// What fills the sentences of its messages.
    List<String> said() {
        return confirmBy == null ? List.of(title, place) : List.of(title, place, confirmBy.toString());
    }

    /// Which sentence tells of it, and which one reminds of it.
    String code(boolean again) {
        return (again ? "notice.again" : "notice") + (confirmBy == null ? "" : ".by");
    }
}
