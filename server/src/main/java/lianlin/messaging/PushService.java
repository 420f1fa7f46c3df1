package lianlin.messaging;

import java.net.http.HttpRequest;

/// The services of the browser makers that carry pushed messages.
interface PushService {
    /// Hands a message over; the status of the answer.
    int post(HttpRequest request);
}
