package lianlin.identity;

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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Posts, for the security administrator.
@RestController
@RequestMapping("/api/posts")
class PostController {
    record NewPost(
            Id account,
            String role,
            @Nullable Id organization,
            @Nullable Area area,
            @Nullable LocalDate starts,
            @Nullable LocalDate ends) {}

    private final PostStore posts;
    private final PostDesk desk;

    PostController(PostStore posts, PostDesk desk) {
        this.posts = posts;
        this.desk = desk;
    }

    @GetMapping
    @May("post.read")
    Page<PostStore.Line> list(Acting acting, PostStore.Filter filter, Paging paging) {
        return posts.list(acting.scope(), filter, paging);
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
