package lianlin.messaging;

import java.time.Clock;
import lianlin.identity.Acting;
import lianlin.kernel.Id;
import lianlin.kernel.Open;
import lianlin.kernel.Page;
import lianlin.kernel.Paging;
import lianlin.kernel.Problem;
import lianlin.kernel.Scope;
import lianlin.kernel.database.Scoped;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The inbox of whoever is signed in, whatever his post.
@RestController
@RequestMapping("/api/messages")
class MessageController {
    /// How many messages are unread; 100 stands for that many or more.
    record Unread(int count) {}

    /// How many messages were marked.
    record Readings(int count) {}

    private final MessageStore messages;
    private final Clock clock;

    MessageController(MessageStore messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    @Open("everybody reads his own messages")
    Page<MessageStore.MessageView> list(
            Acting acting, @RequestParam(required = false) @Nullable Boolean unread, Paging paging) {
        return Scoped.call(
                Scope.INSTALLATION, () -> messages.list(acting.account(), Boolean.TRUE.equals(unread), paging));
    }

    @GetMapping("/unread")
    @Open("everybody counts his own messages")
    Unread unread(Acting acting) {
        return new Unread(Scoped.call(Scope.INSTALLATION, () -> messages.unread(acting.account())));
    }

    @PutMapping("/{id}/read")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Open("everybody marks his own messages")
    void read(Acting acting, @PathVariable Id id) {
        if (!Scoped.call(Scope.INSTALLATION, () -> messages.read(acting.account(), id, clock.instant()))) {
            throw Problem.absent("message", id);
        }
    }

    /// Marks every message as read.
    @PostMapping("/readings")
    @ResponseStatus(HttpStatus.CREATED)
    @Open("everybody marks his own messages")
    Readings readAll(Acting acting) {
        return new Readings(Scoped.call(Scope.INSTALLATION, () -> messages.readAll(acting.account(), clock.instant())));
    }
}
