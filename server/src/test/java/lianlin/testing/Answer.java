package lianlin.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import lianlin.kernel.Id;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the server answered.
public final class Answer {
    private static final JsonMapper JSON = new JsonMapper();

    private final String call;
    private final HttpResponse<byte[]> response;
    private final int statements;

    Answer(String call, HttpResponse<byte[]> response, int statements) {
        this.call = call;
        this.response = response;
        this.statements = statements;
    }

    /// The status must be this one.
    public Answer is(int status) {
        assertThat(response.statusCode()).as(() -> call + " answered " + text()).isEqualTo(status);
        return this;
    }

    /// It must be a problem with this code, or with this code at one of its fields.
    public Answer problem(String code) {
        assertThat(header("Content-Type"))
                .as(() -> call + " answered " + text())
                .startsWith("application/problem+json");
        var codes = json("/errors")
                .valueStream()
                .map(error -> error.path("code").asString())
                .toList();
        assertThat(json("/code").asString().equals(code) || codes.contains(code))
                .as(() -> call + " answered " + text() + ", not the problem " + code)
                .isTrue();
        return this;
    }

    public int status() {
        return response.statusCode();
    }

    /// The whole body as JSON.
    public JsonNode json() {
        return JSON.readTree(response.body());
    }

    /// The part at a JSON pointer; it must be there.
    public JsonNode json(String pointer) {
        var part = json().at(pointer);
        assertThat(part.isMissingNode())
                .as(() -> call + " answered without " + pointer + ": " + text())
                .isFalse();
        return part;
    }

    public String text(String pointer) {
        return json(pointer).asString();
    }

    public int number(String pointer) {
        return json(pointer).asInt();
    }

    public Id id(String pointer) {
        return Id.parse(text(pointer));
    }

    /// The id of the thing that was answered.
    public Id id() {
        return id("/id");
    }

    /// The items of a page.
    public List<JsonNode> items() {
        return json("/items").valueStream().toList();
    }

    /// One part of every item of a page, as text.
    public List<String> items(String pointer) {
        return items().stream().map(item -> item.at(pointer).asString()).toList();
    }

    public String text() {
        return new String(response.body(), UTF_8);
    }

    public byte[] bytes() {
        return response.body();
    }

    public @Nullable String header(String name) {
        return response.headers().firstValue(name).orElse(null);
    }

    public List<String> headers(String name) {
        return response.headers().allValues(name);
    }

    /// How many statements the server needed.
    public int statements() {
        return statements;
    }
}
