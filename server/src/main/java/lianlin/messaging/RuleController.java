package lianlin.messaging;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import lianlin.identity.Acting;
import lianlin.kernel.Id;
import lianlin.kernel.May;
import lianlin.kernel.Page;
import lianlin.kernel.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Whom a district tells of what, and by which ways (MSG-01).
@RestController
@RequestMapping("/api")
class RuleController {
    /// Nobody is told without a kind.
    record NewRule(@Nullable MessageKind kind) {}

    record NewWays(@NotNull @Size(max = 5) List<RuleDesk.@NotNull @Valid NewWay> ways) {}

    private final RuleDesk desk;

    RuleController(RuleDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/message-rules")
    @May("setting.edit")
    Page<RuleDesk.RuleView> rules(Acting acting, @RequestParam(required = false) @Nullable Integer district) {
        return Page.whole(desk.list(reading(acting, district)));
    }

    @PutMapping("/message-rules/{id}")
    @May("setting.edit")
    RuleDesk.RuleView change(
            Acting acting,
            @PathVariable Id id,
            @RequestParam(required = false) @Nullable Integer district,
            @RequestBody NewRule wanted) {
        return desk.change(acting, writing(acting, district), id, wanted.kind());
    }

    @GetMapping("/message-rules/{id}/history")
    @May("setting.edit")
    Page<RuleDesk.Change> history(
            Acting acting, @PathVariable Id id, @RequestParam(required = false) @Nullable Integer district) {
        return Page.whole(desk.history(reading(acting, district), id));
    }

    @GetMapping("/message-routes")
    @May("setting.edit")
    Page<RuleDesk.RouteView> routes(Acting acting, @RequestParam(required = false) @Nullable Integer district) {
        return Page.whole(desk.routes(reading(acting, district)));
    }

    @PutMapping("/message-routes/{kind}")
    @May("setting.edit")
    RuleDesk.RouteView change(
            Acting acting,
            @PathVariable String kind,
            @RequestParam(required = false) @Nullable Integer district,
            @Valid @RequestBody NewWays wanted) {
        return desk.change(acting, writing(acting, district), kind(kind), wanted.ways());
    }

    @GetMapping("/message-routes/{kind}/history")
    @May("setting.edit")
    Page<RuleDesk.Change> routeHistory(
            Acting acting, @PathVariable String kind, @RequestParam(required = false) @Nullable Integer district) {
        return Page.whole(
                desk.history(reading(acting, district), RuleDesk.id(kind(kind).name())));
    }

    private static MessageKind kind(String code) {
        for (var kind : MessageKind.values()) {
            if (kind.name().equals(code)) {
                return kind;
            }
        }
        throw Problem.absent("message-rule", code);
    }

    /// A district of the caller's scope; his own without a word.
    private static int reading(Acting acting, @Nullable Integer district) {
        if (district == null) {
            return acting.jurisdiction();
        }
        if (district < acting.scope().lo() || district > acting.scope().hi()) {
            throw Problem.absent("message-rule", null);
        }
        return district;
    }

    /// What the product brings is read and not changed: changes belong to a district.
    private static int writing(Acting acting, @Nullable Integer district) {
        var here = reading(acting, district);
        if (here == RuleStore.SHIPPED) {
            throw Problem.refused("message-rule.district");
        }
        return here;
    }
}
