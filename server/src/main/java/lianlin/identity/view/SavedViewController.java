package lianlin.identity.view;

import jakarta.validation.Valid;
import lianlin.identity.Acting;
import lianlin.kernel.Id;
import lianlin.kernel.Open;
import lianlin.kernel.Page;
import lianlin.kernel.Scope;
import lianlin.kernel.database.Scoped;
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

/// The saved views of whoever is signed in, of all lists, whatever his post.
@RestController
@RequestMapping("/api/me/views")
class SavedViewController {
    private final SavedViewStore views;
    private final SavedViewDesk desk;

    SavedViewController(SavedViewStore views, SavedViewDesk desk) {
        this.views = views;
        this.desk = desk;
    }

    @GetMapping
    @Open("everybody sees his own views")
    Page<SavedView> list(Acting acting) {
        return Page.whole(Scoped.call(Scope.INSTALLATION, () -> views.list(acting.home(), acting.account())));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Open("everybody saves views for himself")
    SavedView save(Acting acting, @Valid @RequestBody SavedView.Wanted wanted) {
        return Scoped.call(Scope.INSTALLATION, () -> desk.save(acting, wanted));
    }

    @PutMapping("/{id}")
    @Open("everybody changes his own views")
    SavedView change(Acting acting, @PathVariable Id id, @Valid @RequestBody SavedView.Wanted wanted) {
        return Scoped.call(Scope.INSTALLATION, () -> desk.change(acting, id, wanted));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Open("everybody deletes his own views")
    void delete(Acting acting, @PathVariable Id id) {
        Scoped.run(Scope.INSTALLATION, () -> desk.delete(acting, id));
    }
}
