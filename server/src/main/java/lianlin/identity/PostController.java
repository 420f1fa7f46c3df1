package lianlin.identity;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import lianlin.kernel.Area;
import lianlin.kernel.Id;
import lianlin.kernel.May;
import lianlin.kernel.Page;
import lianlin.kernel.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Posts, for the security administrator.
@RestController
@RequestMapping("/api/posts")
class PostController {
    private static final int MOST_FOUND = 20;

    record NewPost(
            Id account,
            String role,
            @Nullable Id organization,
            @Nullable Area area,
            @Nullable LocalDate starts,
            @Nullable LocalDate ends) {}

    private final PostStore posts;
    private final PostDesk desk;
    private final Places places;

    PostController(PostStore posts, PostDesk desk, Places places) {
        this.posts = posts;
        this.desk = desk;
        this.places = places;
    }

    @GetMapping
    @May("post.read")
    Page<PostStore.Line> list(Acting acting, PostStore.Filter filter, Paging paging) {
        return posts.list(acting.scope(), filter, paging);
    }

    /// Where a post can stand, by a part of the name.
    @GetMapping("/places")
    @May("post.edit")
    Page<Places.Found> places(Acting acting, @RequestParam @Size(min = 1, max = 40) String q) {
        return Page.whole(places.find(acting.scope(), q.strip(), MOST_FOUND));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @May("post.edit")
    Post give(Acting acting, @RequestBody NewPost wanted) {
        return desk.give(
                acting,
                wanted.account(),
                wanted.role(),
                wanted.organization(),
                wanted.area(),
                wanted.starts(),
                wanted.ends());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @May("post.edit")
    void end(Acting acting, @PathVariable Id id) {
        desk.end(acting, id);
    }
}
