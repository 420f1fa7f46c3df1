package lianlin.identity;

import jakarta.validation.constraints.Size;
import java.util.List;
import lianlin.kernel.Open;
import lianlin.kernel.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// One search over everything that the post may list: persons, matters, organizations, services, places.
@RestController
@RequestMapping("/api/search")
class SearchController {
    /// What was found of one kind, in the order of its list.
    record Group(String kind, List<Searching.Found> items) {}

    private static final int MOST = 6;

    private final List<Searching> modules;

    SearchController(List<Searching> modules) {
        this.modules = modules;
    }

    @GetMapping
    @Open("each module finds only what the post may list")
    Page<Group> search(Acting acting, @RequestParam @Size(max = 40) String q) {
        var typed = q.strip();
        return Page.whole(
                typed.isEmpty()
                        ? List.of()
                        : modules.stream()
                                .map(module -> new Group(module.kind(), module.search(acting, typed, MOST)))
                                .filter(group -> !group.items().isEmpty())
                                .toList());
    }
}
