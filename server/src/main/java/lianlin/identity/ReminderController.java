package lianlin.identity;

import java.util.List;
import lianlin.kernel.Open;
import lianlin.kernel.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What waits for the post beside the matters in its queue.
@RestController
@RequestMapping("/api/me/reminders")
class ReminderController {
    private final List<Reminding> modules;

    ReminderController(List<Reminding> modules) {
        this.modules = modules;
    }

    @GetMapping
    @Open("each module tells only what the post may mend")
    Page<Reminder> list(Acting acting) {
        return Page.whole(modules.stream()
                .flatMap(module -> module.remind(acting).stream())
                .toList());
    }
}
