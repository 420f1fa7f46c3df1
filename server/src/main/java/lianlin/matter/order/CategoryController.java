package lianlin.matter.order;

import java.util.Arrays;
import lianlin.kernel.Labelled;
import lianlin.kernel.Open;
import lianlin.kernel.Page;
import lianlin.kernel.http.Words;
import lianlin.matter.menu.ServiceCategory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What kinds of help there are.
@RestController
@RequestMapping("/api/service-categories")
class CategoryController {
    private final Words words;

    CategoryController(Words words) {
        this.words = words;
    }

    @GetMapping
    @Open("the kinds of help are no secret; forms show them before anybody has signed in")
    Page<Labelled> list() {
        return Page.whole(Arrays.stream(ServiceCategory.values())
                .map(each -> words.of(ServiceCategory.WORDS, each.name()))
                .toList());
    }
}
