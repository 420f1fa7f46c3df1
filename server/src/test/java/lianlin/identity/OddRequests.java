package lianlin.identity;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.StreamSupport;
import lianlin.testing.Call;
import lianlin.testing.Person;
import lianlin.testing.World;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Makes up requests from the API description: right ones, and from them broken, huge, wrongly typed and wrongly
/// encoded ones. The same seed makes the same requests.
final class OddRequests {
    /// One operation of the description.
    record Operation(String method, String path, JsonNode described) {
        boolean hasBody() {
            return !described.path("requestBody").isMissingNode();
        }

        /// Whether the description names this status.
        boolean promises(int status) {
            return described.path("responses").has(Integer.toString(status));
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEPEST = 6;

    /// What people and programs send that nobody meant.
    private static final List<String> ODD = List.of(
            "",
            " ",
            "null",
            "undefined",
            "NaN",
            "-1",
            "0",
            "2147483648",
            "9223372036854775808",
            "1e400",
            "1.5",
            "true",
            "' OR '1'='1",
            "'; DROP TABLE kernel.journal; --",
            "1) UNION SELECT version() --",
            "${jndi:ldap://127.0.0.1/a}",
            "#{7*7}",
            "{{7*7}}",
            "<script>alert(1)</script>",
            "../../../../etc/passwd",
            "..%2f..%2fetc%2fpasswd",
            "%00",
            "\u0000",
            "a\u0000b",
            "\ud83d\ude00\ud83d\ude00",
            "\ud800",
            "\u202eabc",
            "\ufeff",
            "\r\nSet-Cookie: a=b",
            "=cmd|' /C calc'!A0",
            "440604000000",
            "440604001003",
            "0000000000000",
            "0KF3Q2Z7V1ABC",
            "13800138000",
            "2026-02-30",
            "9999-12-31T23:59:59Z",
            "-999999999-01-01",
            "２０２６",
            "张三",
            "\"quoted\"",
            "back\\slash",
            "%",
            "_",
            "*",
            "[",
            "(",
            "😀".repeat(300),
            "长".repeat(2_000));

    private final Random random;
    private final JsonNode description;
    private final List<Operation> operations;
    private final List<String> known;

    /// `known` are ids that lead somewhere.
    OddRequests(long seed, World world, List<String> known) {
        this.random = new Random(seed);
        this.description = world.visitor().get("/api/openapi.json").is(200).json();
        this.known = known;
        this.operations = new ArrayList<>();
        description
                .path("paths")
                .propertyStream()
                .forEach(path -> path.getValue()
                        .propertyStream()
                        .forEach(operation -> operations.add(
                                new Operation(operation.getKey().toUpperCase(), path.getKey(), operation.getValue()))));
    }

    List<Operation> operations() {
        return operations;
    }

    Operation any() {
        return operations.get(random.nextInt(operations.size()));
    }

    /// A request of somebody to an operation.
    Call request(Operation operation, Person by) {
        var call = by.call(operation.method(), path(operation));
        if (random.nextInt(10) > 0) {
            call.header("If-Match", random.nextInt(5) > 0 ? "\"1\"" : header());
        }
        if (random.nextInt(40) == 0) {
            call.header("Idempotency-Key", header());
        }
        if (random.nextInt(40) == 0) {
            call.header("Accept-Language", header());
        }
        if (random.nextInt(40) == 0) {
            call.header("Accept", one("text/html", "application/xml", "image/*;q=0.1", "*", header()));
        }
        if (operation.hasBody() || random.nextInt(20) == 0) {
            body(operation, call);
        }
        return call;
    }

    /// Header lines are bound to visible characters by the client itself.
    private String header() {
        return odd().replaceAll("[^\\x21-\\x7e]", "~");
    }

    private String path(Operation operation) {
        var path = new StringBuilder();
        for (var part : operation.path().split("(?=\\{)|(?<=})")) {
            path.append(part.startsWith("{") ? encoded(variable()) : part);
        }
        var separator = '?';
        for (var parameter : operation.described().path("parameters")) {
            if (parameter.path("in").asString().equals("query") && random.nextInt(3) > 0) {
                var value = random.nextInt(2) == 0 ? text(right(parameter.path("schema"), 0)) : odd();
                path.append(separator)
                        .append(encoded(parameter.path("name").asString()))
                        .append('=')
                        .append(encoded(value));
                separator = '&';
            }
        }
        return path.toString();
    }

    private String variable() {
        if (random.nextInt(3) > 0) {
            return known.get(random.nextInt(known.size()));
        }
        var odd = odd();
        return odd.isEmpty() ? "-" : odd;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, UTF_8).replace("+", "%20");
    }

    private void body(Operation operation, Call call) {
        var content = operation.described().path("requestBody").path("content");
        var type = content.propertyNames().stream().findFirst().orElse("application/json");
        if (!type.contains("json")) {
            call.bytes(type, noise());
            return;
        }
        var right = right(content.path(type).path("schema"), 0);
        var text = new JsonMapper().writeValueAsString(random.nextInt(3) == 0 ? right : spoiled(right));
        switch (random.nextInt(24)) {
            case 0 -> call.bytes(type, text.getBytes(UTF_16));
            case 1 -> call.bytes(type, text.getBytes(ISO_8859_1));
            case 2 -> call.bytes(type, Arrays.copyOf(text.getBytes(UTF_8), random.nextInt(text.length() + 1)));
            case 3 -> call.bytes(type, ("\ufeff" + text).getBytes(UTF_8));
            case 4 ->
                call.bytes(one("text/plain", "application/xml", "multipart/form-data", "*/*"), text.getBytes(UTF_8));
            case 5 -> call.bytes(type, "[".repeat(5_000).getBytes(UTF_8));
            case 6 -> call.bytes(type, noise());
            case 7 -> call.bytes(type, ("{\"a\":\"" + "x".repeat(300_000) + "\"}").getBytes(UTF_8));
            case 8 -> call.bytes(type, ("{\"a\":" + "9".repeat(2_000) + "}").getBytes(UTF_8));
            default -> call.bytes(type, text.getBytes(UTF_8));
        }
    }

    private byte[] noise() {
        var bytes = new byte[random.nextInt(2_000)];
        random.nextBytes(bytes);
        return bytes;
    }

    /// Something that the schema allows, as far as it says.
    private JsonNode right(JsonNode schema, int depth) {
        if (schema.has("$ref")) {
            return right(description.at(schema.path("$ref").asString().substring(1)), depth);
        }
        if (depth > DEEPEST) {
            return JSON.nullNode();
        }
        if (schema.has("enum")) {
            var allowed = schema.path("enum");
            return allowed.get(random.nextInt(allowed.size()));
        }
        return switch (type(schema)) {
            case "object" -> object(schema, depth);
            case "array" -> array(schema, depth);
            case "integer" -> JSON.numberNode(whole(schema));
            case "number" -> JSON.numberNode(random.nextDouble() * 200);
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            default -> JSON.stringNode(string(schema));
        };
    }

    private static String type(JsonNode schema) {
        var type = schema.path("type");
        if (type.isArray()) {
            return StreamSupport.stream(type.spliterator(), false)
                    .map(JsonNode::asString)
                    .filter(one -> !one.equals("null"))
                    .findFirst()
                    .orElse("string");
        }
        return type.isMissingNode() && schema.has("properties") ? "object" : type.asString();
    }

    private ObjectNode object(JsonNode schema, int depth) {
        var object = JSON.objectNode();
        var required = StreamSupport.stream(schema.path("required").spliterator(), false)
                .map(JsonNode::asString)
                .toList();
        schema.path("properties").propertyStream().forEach(property -> {
            if (required.contains(property.getKey()) || random.nextInt(3) > 0) {
                object.set(property.getKey(), right(property.getValue(), depth + 1));
            }
        });
        return object;
    }

    private ArrayNode array(JsonNode schema, int depth) {
        var array = JSON.arrayNode();
        for (var i = random.nextInt(4); i > 0; i--) {
            array.add(right(schema.path("items"), depth + 1));
        }
        return array;
    }

    private long whole(JsonNode schema) {
        var least = schema.path("minimum").asLong(0);
        var most = Math.max(least, schema.path("maximum").asLong(least + 100));
        return least + Math.floorMod(random.nextLong(), most - least + 1);
    }

    private String string(JsonNode schema) {
        return switch (schema.path("format").asString("")) {
            case "date" -> "2026-%02d-%02d".formatted(1 + random.nextInt(12), 1 + random.nextInt(28));
            case "date-time" -> "2026-11-%02dT08:00:00Z".formatted(1 + random.nextInt(30));
            default -> {
                var example = schema.path("example").asString("");
                var short_ = random.nextInt(2) == 0 ? "社区" : known.get(random.nextInt(known.size()));
                yield example.isEmpty() || random.nextInt(3) == 0 ? short_ : example;
            }
        };
    }

    /// The same with something in it that does not belong there.
    private JsonNode spoiled(JsonNode right) {
        if (right instanceof ObjectNode object && !object.isEmpty()) {
            var names = List.copyOf(object.propertyNames());
            var name = names.get(random.nextInt(names.size()));
            switch (random.nextInt(5)) {
                case 0 -> object.remove(name);
                case 1 -> object.set(odd(), JSON.stringNode(odd()));
                case 2 -> object.set(name, spoiled(object.get(name)));
                default -> object.set(name, anything(0));
            }
            return object;
        }
        return anything(0);
    }

    private JsonNode anything(int depth) {
        return switch (random.nextInt(depth > 3 ? 4 : 7)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.numberNode(random.nextLong());
            case 2 -> JSON.booleanNode(random.nextBoolean());
            case 4 -> JSON.arrayNode().add(anything(depth + 1));
            case 5 -> JSON.objectNode().set(odd(), anything(depth + 1));
            default -> JSON.stringNode(odd());
        };
    }

    private String odd() {
        return ODD.get(random.nextInt(ODD.size()));
    }

    private String one(String... of) {
        return of[random.nextInt(of.length)];
    }

    private static String text(@Nullable JsonNode value) {
        return value == null || value.isNull() ? "" : value.isValueNode() ? value.asString() : value.toString();
    }
}
