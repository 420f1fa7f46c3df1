package lianlin.testing;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Hands the server of the run and a new world to tests; the first test starts the server, the end of the run
/// ends it.
final class ServerExtension implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        var type = parameter.getParameter().getType();
        return type == World.class || type == Server.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        var server = test.getRoot()
                .getStore(Namespace.create(Server.class))
                .computeIfAbsent(Server.class, type -> Server.start(), Server.class);
        return parameter.getParameter().getType() == Server.class ? server : new World(server);
    }
}
