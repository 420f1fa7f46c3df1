package lianlin.messaging;

import jakarta.validation.Valid;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import lianlin.identity.Acting;
import lianlin.kernel.Id;
import lianlin.kernel.May;
import lianlin.kernel.Page;
import lianlin.kernel.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Notices as those see them who write them (MSG-01, MSG-03).
@RestController
@RequestMapping("/api/notices")
class NoticeController {
    /// A notice with its receipts, by organization and place; `remindable` says whether a reminder may go out now.
    record NoticeView(
            Id id,
            String title,
            String text,
            String place,
            String reaches,
            @Nullable LocalDate confirmBy,
            Notice.State state,
            int receivers,
            int read,
            int confirmed,
            Instant created,
            @Nullable Instant sent,
            @Nullable Instant reminded,
            List<ReceiverStore.UnitRate> units) {}

    private final NoticeStore notices;
    private final ReceiverStore receivers;
    private final NoticeDesk desk;

    NoticeController(NoticeStore notices, ReceiverStore receivers, NoticeDesk desk) {
        this.notices = notices;
        this.receivers = receivers;
        this.desk = desk;
    }

    @GetMapping
    @May("notice.send")
    Page<NoticeStore.NoticeLine> list(Acting acting, Paging paging) {
        return notices.list(acting.scope(), paging);
    }

    /// To whom the post of now may write.
    @GetMapping("/choices")
    @May("notice.send")
    NoticeDesk.Choices choices(Acting acting) {
        return desk.choices(acting);
    }

    /// How many people a notice would reach; nothing is written.
    @PostMapping("/preview")
    @May("notice.send")
    NoticeDesk.Preview preview(Acting acting, @Valid @RequestBody NoticeDesk.Wanted audience) {
        return desk.preview(acting, audience);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @May("notice.send")
    NoticeView write(Acting acting, @Valid @RequestBody NoticeDesk.Draft draft) {
        return view(desk.write(acting, draft));
    }

    @GetMapping("/{id}")
    @May("notice.send")
    NoticeView get(Acting acting, @PathVariable Id id) {
        return view(notices.get(acting.scope(), id));
    }

    @GetMapping("/{id}/receivers")
    @May("notice.send")
    Page<ReceiverStore.ReceiverLine> receivers(
            Acting acting, @PathVariable Id id, ReceiverStore.ReceiverFilter filter, Paging paging) {
        var notice = notices.get(acting.scope(), id);
        return receivers.list(notice.jurisdiction(), id, filter, paging);
    }

    /// Reminds those who have not confirmed, at most once a day.
    @PostMapping("/{id}/reminders")
    @May("notice.send")
    NoticeView remind(Acting acting, @PathVariable Id id) {
        return view(desk.remind(acting, id));
    }

    private NoticeView view(Notice notice) {
        var sum = receivers.sum(notice.jurisdiction(), notice.id());
        return new NoticeView(
                notice.id(),
                notice.title(),
                notice.text(),
                notice.place(),
                notice.reaches(),
                notice.confirmBy(),
                notice.state(),
                notice.receivers(),
                sum.read(),
                sum.confirmed(),
                notice.created(),
                notice.sent(),
                notice.reminded(),
                receivers.rates(notice.jurisdiction(), notice.id()));
    }
}
