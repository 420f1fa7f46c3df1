package lianlin.messaging;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import lianlin.identity.Acting;
import lianlin.kernel.Open;
import lianlin.kernel.Page;
import lianlin.kernel.Scope;
import lianlin.kernel.database.Scoped;
import lianlin.messaging.PreferenceStore.Choice;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What whoever is signed in wants to be told outside of the inbox.
@RestController
@RequestMapping("/api/messages/preferences")
class PreferenceController {
    /// That a kind of message is wanted by a channel, or not.
    record Wish(@NotNull MessageKind kind, @NotNull Way channel, boolean wanted) {}

    record Wishes(@NotNull @Size(max = 50) List<@Valid Wish> wishes) {}

    private final PreferenceDesk desk;

    PreferenceController(PreferenceDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    @Open("everybody sees his own preferences")
    Page<PreferenceDesk.Preference> list(Acting acting) {
        return Page.whole(Scoped.call(Scope.INSTALLATION, () -> desk.list(acting)));
    }

    /// What is not named stays as it is.
    @PutMapping
    @Open("everybody chooses for himself")
    Page<PreferenceDesk.Preference> change(Acting acting, @Valid @RequestBody Wishes wanted) {
        var choices = new LinkedHashMap<Choice, Boolean>();
        wanted.wishes().forEach(wish -> choices.put(new Choice(wish.kind(), wish.channel()), wish.wanted()));
        return Page.whole(Scoped.call(Scope.INSTALLATION, () -> desk.change(acting, choices)));
    }
}
