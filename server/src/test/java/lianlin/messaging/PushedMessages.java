package lianlin.messaging;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.support.GenericApplicationContext;

/// Stands for the push services of the browser makers: keeps what was pushed to each address and answers as it is told.
public final class PushedMessages implements PushService {
    private final Map<String, List<HttpRequest>> pushed = new ConcurrentHashMap<>();
    private final Map<String, Integer> answers = new ConcurrentHashMap<>();

    public static void register(GenericApplicationContext context) {
        context.registerBean(
                "pushedMessages", PushedMessages.class, PushedMessages::new, bean -> bean.setPrimary(true));
    }

    @Override
    public int post(HttpRequest request) {
        var address = request.uri().toString();
        pushed.computeIfAbsent(address, key -> new CopyOnWriteArrayList<>()).add(request);
        return answers.getOrDefault(address, 201);
    }

    void answer(String address, int status) {
        answers.put(address, status);
    }

    List<HttpRequest> to(String address) {
        return pushed.getOrDefault(address, List.of());
    }
}
