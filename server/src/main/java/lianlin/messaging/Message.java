package lianlin.messaging;

import java.time.Instant;
import java.util.List;
import lianlin.kernel.Id;
import org.jspecify.annotations.Nullable;

/// What an account was told. Its text is made when it is read: `code` and what fills it (MSG-01).
record Message(
        int jurisdiction,
        Id id,
        Id account,
        MessageKind kind,
        String code,
        List<String> said,
        String subject,
        Id subjectId,
        Id fact,
        Instant created,
        @Nullable Instant read) {}
