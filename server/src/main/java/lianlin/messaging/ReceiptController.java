package lianlin.messaging;

import java.time.Instant;
import java.time.LocalDate;
import lianlin.identity.Acting;
import lianlin.kernel.Id;
import lianlin.kernel.Open;
import lianlin.kernel.Problem;
import lianlin.kernel.Scope;
import lianlin.kernel.database.Scoped;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// A notice as its receiver reads and confirms it, whatever his post (MSG-03).
@RestController
@RequestMapping("/api/me/notices")
class ReceiptController {
    record NoticeRead(
            Id id,
            String title,
            String text,
            String place,
            @Nullable LocalDate confirmBy,
            Instant created,
            @Nullable Instant confirmed) {}

    private final NoticeStore notices;
    private final ReceiverStore receivers;
    private final NoticeDesk desk;

    ReceiptController(NoticeStore notices, ReceiverStore receivers, NoticeDesk desk) {
        this.notices = notices;
        this.receivers = receivers;
        this.desk = desk;
    }

    @GetMapping("/{id}")
    @Open("everybody reads the notices that he was sent")
    NoticeRead get(Acting acting, @PathVariable Id id) {
        return Scoped.call(Scope.INSTALLATION, () -> mine(acting, id));
    }

    @PutMapping("/{id}/read")
    @ResponseStatus(org.springframework.http.HttpStatus.NO_CONTENT)
    @Open("everybody marks his own notices")
    void read(Acting acting, @PathVariable Id id) {
        Scoped.run(Scope.INSTALLATION, () -> desk.read(acting.account(), id));
    }

    /// 收到: the first time counts.
    @PutMapping("/{id}/receipt")
    @Open("everybody confirms his own notices")
    NoticeRead confirm(Acting acting, @PathVariable Id id) {
        return Scoped.call(Scope.INSTALLATION, () -> {
            desk.confirm(acting.account(), id);
            return mine(acting, id);
        });
    }

    private NoticeRead mine(Acting acting, Id id) {
        var notice = notices.received(acting.account(), id).orElseThrow(() -> Problem.absent("notice", id));
        var receipt = receivers.receipt(acting.account(), id).orElseThrow(() -> Problem.absent("notice", id));
        return new NoticeRead(
                id,
                notice.title(),
                notice.text(),
                notice.place(),
                notice.confirmBy(),
                notice.created(),
                receipt.confirmed());
    }
}
