package lianlin.messaging;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Where pushed messages may go: a browser names the address, so only those of known services are taken, and never one
/// inside our own network (S17).
@Component
class PushHosts {
    private final List<String> known;

    PushHosts(
            @Value(
                            "${lianlin.messages.push-hosts:fcm.googleapis.com,updates.push.services.mozilla.com,push.apple.com,notify.windows.com}")
                    List<String> known) {
        this.known = known;
    }

    /// Whether an address is https at the usual port of a known service.
    boolean knows(String address) {
        try {
            var uri = URI.create(address);
            var host = uri.getHost();
            if (!"https".equals(uri.getScheme()) || host == null || uri.getUserInfo() != null) {
                return false;
            }
            var name = host.toLowerCase(Locale.ROOT);
            return (uri.getPort() == -1 || uri.getPort() == 443)
                    && known.stream().anyMatch(service -> name.equals(service) || name.endsWith("." + service));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /// Whether the name of the host leads out of our own network, now.
    boolean leadsOutside(URI address) {
        try {
            for (var one : InetAddress.getAllByName(address.getHost())) {
                if (isInside(one)) {
                    return false;
                }
            }
            return true;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    static boolean isInside(InetAddress address) {
        var bytes = address.getAddress();
        var unique = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
        var shared = bytes.length == 4 && (bytes[0] & 0xff) == 100 && (bytes[1] & 0xc0) == 64;
        return unique
                || shared
                || address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
    }
}
