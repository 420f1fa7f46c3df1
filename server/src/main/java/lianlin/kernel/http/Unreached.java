package lianlin.kernel.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import lianlin.kernel.Id;
import lianlin.kernel.Problem;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/// What the web server or the firewall before the application refuses, a path that nobody can mean for one, is a
/// problem like any other, and no page of the web server.
@Component
class Unreached implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory>, Ordered {
    private final Problems problems;

    Unreached(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void customize(ConfigurableTomcatWebServerFactory factory) {
        factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                Arrays.stream(host.getPipeline().getValves())
                        .filter(ErrorReportValve.class::isInstance)
                        .forEach(host.getPipeline()::removeValve);
                host.getPipeline().addValve(new AsProblem(problems));
                // there is one already: the host adds none of its own
                host.setErrorReportValveClass(AsProblem.class.getName());
            }
        });
    }

    /// After those of the framework, which bring a page of their own.
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    private static final class AsProblem extends ErrorReportValve {
        private static final String NUMBER = "X-Request-Id";

        /// What can be wrong before anybody has looked at a request, and has words of its own.
        private static final Set<Integer> WORDED = Set.of(400, 401, 403, 404, 405, 406, 413, 415, 429, 503);

        private final Problems problems;

        AsProblem(Problems problems) {
            this.problems = problems;
        }

        @Override
        protected void report(Request request, Response response, @Nullable Throwable thrown) {
            var status = response.getStatus();
            if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            var number = Objects.requireNonNullElseGet(
                    response.getHeader(NUMBER), () -> Id.next().toString());
            MDC.put("request", number);
            try {
                response.setHeader(NUMBER, number);
                problems.write(request, response, Problem.of(status, "status." + worded(status)));
                response.finishResponse();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                MDC.remove("request");
            }
        }

        private static int worded(int status) {
            return WORDED.contains(status) ? status : status < 500 ? 400 : 500;
        }
    }
}
