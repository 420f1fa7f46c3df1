package lianlin.territory;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import lianlin.identity.Acting;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.May;
import lianlin.kernel.Page;
import lianlin.kernel.Paging;
import lianlin.kernel.http.IfMatch;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Party-building areas (TER-05).
@RestController
@RequestMapping("/api/party-areas")
class PartyAreaController {
    record Wanted(
            @NotBlank @Size(max = 40) String name,
            @NotNull PartyArea.Type type,
            @Nullable Id lead,
            @NotNull @Size(max = 200) Set<Area> divisions) {}

    private final PartyAreaStore store;
    private final PartyAreaDesk desk;
    private final Clock clock;

    PartyAreaController(PartyAreaStore store, PartyAreaDesk desk, Clock clock) {
        this.store = store;
        this.desk = desk;
        this.clock = clock;
    }

    @GetMapping
    @May("area.read")
    Page<PartyArea> list(Acting acting, Paging paging) {
        return store.list(acting.scope(), paging, LocalDate.now(clock));
    }

    @GetMapping("/{id}")
    @May("area.read")
    PartyArea get(Acting acting, @PathVariable Id id) {
        return store.get(acting.scope(), id, LocalDate.now(clock));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @May("area.edit")
    PartyArea form(Acting acting, @Valid @RequestBody Wanted wanted) {
        return desk.form(acting, wanted.name().strip(), wanted.type(), wanted.lead(), wanted.divisions());
    }

    @PutMapping("/{id}")
    @May("area.edit")
    PartyArea change(Acting acting, @PathVariable Id id, @IfMatch int version, @Valid @RequestBody Wanted wanted) {
        return desk.change(
                acting, id, version, wanted.name().strip(), wanted.type(), wanted.lead(), wanted.divisions());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @May("area.edit")
    void dissolve(Acting acting, @PathVariable Id id, @IfMatch int version) {
        desk.dissolve(acting, id, version);
    }
}
