package lianlin.identity;

import java.util.List;
import java.util.TreeSet;
import lianlin.kernel.Named;
import lianlin.kernel.http.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// A session as the pages see it.
@Component
class SessionView {
    private final RoleStore roles;
    private final Words words;
    private final CodeDelivery delivery;
    private final JsonMapper json;
    private final boolean demo;

    SessionView(
            RoleStore roles,
            Words words,
            CodeDelivery delivery,
            JsonMapper json,
            @Value("${lianlin.demo:false}") boolean demo) {
        this.roles = roles;
        this.words = words;
        this.delivery = delivery;
        this.json = json;
        this.demo = demo;
    }

    Session nobody() {
        return halfOpen(null);
    }

    /// Nobody yet: with a ticket, a code of the second factor is wanted.
    Session halfOpen(@Nullable String ticket) {
        return new Session(
                false,
                null,
                null,
                List.of(),
                List.of(),
                null,
                null,
                false,
                false,
                ticket,
                null,
                delivery.works(),
                demo);
    }

    Session of(Sessions.Live live, @Nullable String token) {
        var post = live.post();
        var row = live.row();
        return new Session(
                true,
                new Named(row.person(), row.name()),
                post == null ? null : held(post),
                live.posts().stream().map(this::held).toList(),
                post == null ? List.of() : List.copyOf(new TreeSet<>(roles.permissions(post))),
                token == null ? null : Security.csrf(token),
                row.expires(),
                row.byGivenPassword(),
                live.setsUpFactor(),
                null,
                preferences(row.preferences()),
                delivery.works(),
                demo);
    }

    /// Null as long as nobody has chosen: the device may then know better.
    private @Nullable Preferences preferences(String stored) {
        return stored.equals("{}") ? null : json.readValue(stored, Preferences.class);
    }

    private Session.Held held(Post post) {
        var role = words.of("role", post.role());
        return new Session.Held(
                post.id(),
                role,
                post.reach().name(),
                post.organization(),
                post.area(),
                post.place(),
                post.place() + " · " + role.label());
    }
}
