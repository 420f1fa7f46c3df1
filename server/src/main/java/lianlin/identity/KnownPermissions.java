package lianlin.identity;

import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import lianlin.kernel.Labelled;
import lianlin.kernel.May;
import lianlin.kernel.http.Words;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every permission that a handler asks for, and those of the shipped roles that procedures ask for.
@Component
class KnownPermissions {
    private final RequestMappingHandlerMapping handlers;
    private final Words words;

    KnownPermissions(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers, Words words) {
        this.handlers = handlers;
        this.words = words;
    }

    List<Labelled> all() {
        return codes().stream().map(code -> words.of("permission", code)).toList();
    }

    TreeSet<String> codes() {
        var codes = new TreeSet<String>();
        handlers.getHandlerMethods().values().stream()
                .map(method -> method.getMethodAnnotation(May.class))
                .filter(Objects::nonNull)
                .forEach(may -> codes.add(may.value()));
        ShippedRoles.read().values().forEach(role -> codes.addAll(role.all()));
        return codes;
    }
}
