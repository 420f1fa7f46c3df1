package lianlin.identity.view;

import java.util.regex.Pattern;
import lianlin.identity.Acting;
import lianlin.kernel.Id;
import lianlin.kernel.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Keeps the views that somebody saves for himself.
@Service
class SavedViewDesk {
    private static final int MOST_OF_A_LIST = 30;
    private static final int MOST = 300;

    /// Telephone and identity numbers that somebody looked for are no part of a view: they would lie there in the
    /// clear.
    private static final Pattern PERSONAL = Pattern.compile(".*(1[3-9]\\d[ -]?\\d{4}[ -]?\\d{4}|\\d{17}[\\dXx]).*");

    private final SavedViewStore views;

    SavedViewDesk(SavedViewStore views) {
        this.views = views;
    }

    @Transactional
    SavedView save(Acting acting, SavedView.Wanted wanted) {
        check(wanted);
        views.lock(acting.account());
        var known = views.list(acting.home(), acting.account());
        if (known.stream().filter(view -> view.list().equals(wanted.list())).count() >= MOST_OF_A_LIST) {
            throw Problem.refused("view.many", MOST_OF_A_LIST);
        }
        if (known.size() >= MOST) {
            throw Problem.refused("view.all", MOST);
        }
        var view = wanted.as(Id.next());
        makeRoom(acting, view);
        views.insert(acting.home(), acting.account(), view);
        return view;
    }

    @Transactional
    SavedView change(Acting acting, Id id, SavedView.Wanted wanted) {
        check(wanted);
        views.lock(acting.account());
        var known = views.find(acting.home(), acting.account(), id).orElseThrow(() -> Problem.absent("view", id));
        if (!known.list().equals(wanted.list())) {
            throw Problem.absent("view", id);
        }
        var view = wanted.as(id);
        makeRoom(acting, view);
        views.update(acting.home(), acting.account(), view);
        return view;
    }

    @Transactional
    void delete(Acting acting, Id id) {
        if (views.delete(acting.home(), acting.account(), id) == 0) {
            throw Problem.absent("view", id);
        }
    }

    private void makeRoom(Acting acting, SavedView view) {
        if (view.usual()) {
            views.noneUsual(acting.home(), acting.account(), view.list());
        }
    }

    private static void check(SavedView.Wanted wanted) {
        if (wanted.query().values().stream()
                .anyMatch(said -> PERSONAL.matcher(said).matches())) {
            throw Problem.refused("view.personal");
        }
    }
}
